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

/* Asks the system for more than is needed, and gives back what lies before the first large page and behind the last. */
static void *map_aligned(size_t size) {
  char *bytes = mmap(NULL, size + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (bytes == MAP_FAILED) return NULL;
  size_t before = (LARGE_PAGE - (uintptr_t)bytes % LARGE_PAGE) % LARGE_PAGE;
  if (before > 0) munmap(bytes, before);
  munmap(bytes + before + size, LARGE_PAGE - before);
  return bytes + before;
}

void *memory_block(size_t *size) {
  if (*size < LARGE_PAGE || *size > SIZE_MAX - 2 * (size_t)LARGE_PAGE) return malloc(*size);
  *size = (*size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  void *bytes = map_aligned(*size);
  if (bytes != NULL) ask_for_large_pages(bytes, *size);
  return bytes;
}

void memory_block_free(void *bytes, size_t size) {
  if (size < LARGE_PAGE)
    free(bytes);
  else
    munmap(bytes, size);
}
