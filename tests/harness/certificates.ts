// A certificate as an organisation brings one, made by openssl: its dates stand still, as the clock of the tests does.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Pem {
  /** File of the certificate. */
  certificate: string;
  /** File of its key. */
  key: string;
}

/** A certificate for an address, from 1 November 2026 to a day (`YYYYMMDD`), with its key: files in `folder`. */
export function certificate(folder: string, name: string, address: string, until: string): Pem {
  const at = (file: string) => join(folder, `${name}.${file}`);
  const run = (...args: string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", at("key")];
  run("req", "-new", ...key, "-subj", `/CN=${name}`, "-addext", `subjectAltName=IP:${address}`, "-out", at("csr"));
  writeFileSync(at("index"), "");
  writeFileSync(
    at("cnf"),
    `[ca]
default_ca = own
[own]
database = ${at("index")}
new_certs_dir = ${folder}
rand_serial = yes
default_md = sha256
copy_extensions = copy
policy = any
[any]
commonName = supplied
`,
  );
  const dates = ["-startdate", "20261101000000Z", "-enddate", `${until}000000Z`];
  run("ca", "-batch", "-notext", "-selfsign", "-config", at("cnf"), "-keyfile", at("key"), ...dates, "-in", at("csr"), "-out", at("pem"));
  return { certificate: at("pem"), key: at("key") };
}

/** What stands in a PEM file. */
export const pem = (file: string): string => readFileSync(file, "utf8");
