/// Keeps libgit2 from reading the system's certificates when it starts, a seventh of the time of a
/// short run: fetching is done by the system's git, and no TLS goes through libgit2.
///
/// The linker takes this for the function of that name in Mbed TLS, with which Debian builds
/// libgit2; elsewhere nobody calls it.
@_cdecl("mbedtls_x509_crt_parse_file")
public func noCertificates(_ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?)
  -> CInt
{
  // MBEDTLS_ERR_X509_FILE_IO_ERROR, as if there were no such file.
  -0x2900
}
