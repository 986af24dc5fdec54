"""Certificates by the openssl program: good ones, and each kind of bad one."""

import subprocess


def _run(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Authority:
    """A certificate authority in a folder of its own."""

    def __init__(self, folder, common_name):
        self.folder = folder
        folder.mkdir(parents=True)
        self.certificate, self.key = folder / "ca.pem", folder / "ca.key"
        _run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", self.key,
             "-out", self.certificate, "-subj", f"/CN={common_name}", "-days", 2)

    def issue(self, name, alternative_names="", purposes="clientAuth", days=2):
        """A certificate and its key, as files. `days` below 0 makes one that has expired."""
        certificate, key, request = (self.folder / f"{name}.{end}" for end in ("pem", "key", "csr"))
        lines = [f"extendedKeyUsage={purposes}"] if purposes else []
        if alternative_names:
            lines.append(f"subjectAltName={alternative_names}")
        extensions = self.folder / f"{name}.ext"
        extensions.write_text("\n".join(lines) + "\n")
        _run("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", request,
             "-subj", f"/CN={name}")
        _run("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial",
             "-days", days, "-extfile", extensions, "-out", certificate)
        return certificate, key
