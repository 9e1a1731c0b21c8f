/* What the commands that take captures into a store share: the run, its progress line, and a line for each input that is refused. */
#ifndef ISNAD_CMD_ADDING_H
#define ISNAD_CMD_ADDING_H

#include "isnad/isnad.h"
#include "options.h"
#include "progress.h"

typedef struct adding {
  const command *self; /* names itself in what it says of refused inputs */
  unsigned threads;    /* 0: as many as there are processors */
  unsigned without;    /* isnad_made bits */
  bool quiet;          /* no progress line */
  progress progress;
  isnad_added added;
} adding;

#define ADDING_THREADS_HELP "pages read at once (default: as many as there are processors)"
#define ADDING_QUIET_HELP "no progress line"

/* isnad_add with that; the same statuses. */
isnad_status adding_run(adding *a, isnad_store *store, char **paths, size_t count, isnad_err *err);

#endif
