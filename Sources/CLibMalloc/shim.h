#include <malloc.h>
#include <stddef.h>
#include <sys/mman.h>

// Swift takes no functions whose number of parameters is open.
extern void *mremap(void *, size_t, size_t, int, ...);

/// Makes a mapping larger or smaller, somewhere else if need be; MAP_FAILED where there is no memory.
static inline void *academy_remap(void *old, size_t from, size_t to) {
  return mremap(old, from, to, 1 /* MREMAP_MAYMOVE */);
}
