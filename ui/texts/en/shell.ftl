# The program's window: files and starting.
shell-already-open = Kelisim is already open on this computer.
error-shell-not-picked = This file was not picked in the file dialog. Pick it again.
error-shell-file = The file was not read or written. Check that it is in its place, is not open in another program, and that the disk has room.
