/* madvise is no part of POSIX. */
#define _DEFAULT_SOURCE

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#ifdef __GLIBC__
#include <malloc.h>

void memory_give_back(void) { malloc_trim(0); }
#else
void memory_give_back(void) {}
#endif

enum { LARGE_PAGE = 2 * 1024 * 1024 };

/* Where the system takes no advice the memory is as good, only dearer. */
static void ask_for_large_pages(void *bytes, size_t size) {
#ifdef MADV_HUGEPAGE
  madvise(bytes, size, MADV_HUGEPAGE);
#else
  (void)bytes;
  (void)size;
#endif
}

void *memory_block(size_t *size) {
  if (*size < LARGE_PAGE || *size > SIZE_MAX - LARGE_PAGE) return malloc(*size);
  *size = (*size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  void *bytes = aligned_alloc(LARGE_PAGE, *size);
  if (bytes != NULL) ask_for_large_pages(bytes, *size);
  return bytes;
}
