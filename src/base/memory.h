/* The process's memory, as the system sees it. */
#ifndef ISNAD_BASE_MEMORY_H
#define ISNAD_BASE_MEMORY_H

#include <stddef.h>

/* At least *size bytes, to be freed with memory_block_free, or NULL; *size becomes what they are. The system hands memory out page by page, which on
 * a virtual machine may cost more than filling it: blocks of 2 MB and more are made of whole large pages, 512 times fewer, where it has them. They
 * are mapped by themselves: between the small pieces that others take meanwhile freed blocks would lie as holes too small for the next. */
void *memory_block(size_t *size);
void memory_block_free(void *bytes, size_t size);

/* Gives freed memory back to the system, where the C library can. For a process that lives for weeks and has just ended a piece of work that took
 * much more memory than it needs between such pieces. Costs about a millisecond for 50 MB. */
void memory_give_back(void);

#endif
