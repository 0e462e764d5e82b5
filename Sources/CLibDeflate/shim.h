#include <libdeflate.h>

// Not of libdeflate: glibc hides this behind _GNU_SOURCE, which Swift's Glibc does not set. It stands
// here because this is the one header of the only module that writes folders.
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
#define ACADEMY_RENAME_EXCHANGE 2u
