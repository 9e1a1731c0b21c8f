/* The process's memory, as the system sees it. */
#ifndef ISNAD_BASE_MEMORY_H
#define ISNAD_BASE_MEMORY_H

/* Gives freed memory back to the system, where the C library can. For a process that lives for weeks and has just ended a piece of work that took
 * much more memory than it needs between such pieces. Costs about a millisecond for 50 MB. */
void memory_give_back(void);

#endif
