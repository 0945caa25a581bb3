// A configuration profile for iPads: the branch authority as a trusted root, as device management takes it.

const plain = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The same authority always has the same number: a profile that is saved anew replaces the old one. */
function numbered(fingerprint: string, last: string): string {
  const hex = (fingerprint.toUpperCase() + "0".repeat(31)).slice(0, 31) + last;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** The profile as XML; `authority` is PEM, `fingerprint` its SHA-256 in hex. */
export function profile(authority: string, fingerprint: string, name: string): string {
  const body = authority.replace(/-----[A-Z ]+-----/g, "").trim();
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>kz.kelisim.tablets</string>
  <key>PayloadUUID</key><string>${numbered(fingerprint, "1")}</string>
  <key>PayloadDisplayName</key><string>${plain(name)}</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>kz.kelisim.tablets.authority</string>
      <key>PayloadUUID</key><string>${numbered(fingerprint, "2")}</string>
      <key>PayloadDisplayName</key><string>${plain(name)}</string>
      <key>PayloadContent</key>
      <data>
${body}
      </data>
    </dict>
  </array>
</dict>
</plist>
`;
}
