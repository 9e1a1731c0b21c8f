/* What the pipeline (isnad.c) and the runs of many captures through it (batches.c) ask of each other. */
#ifndef ISNAD_PIPELINE_H
#define ISNAD_PIPELINE_H

#include "isnad/isnad.h"

/* Reads one input and prepares what is made of it; fills the record, prepared, status and err of the result. `without`: isnad_made bits. */
void pipeline_read(isnad_result *result, isnad_arena *arena, const isnad_input *input, bool for_store, unsigned without);

/* How many threads the run is to have. */
unsigned pipeline_threads(const isnad_run *run);

#endif
