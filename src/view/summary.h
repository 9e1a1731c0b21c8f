/* The summary of a story as lines. */
#ifndef ISNAD_VIEW_SUMMARY_H
#define ISNAD_VIEW_SUMMARY_H

#include "view/story_read.h"

/* Hands out the headline and the sentences of a story with their sources; nothing when no sentence stands alone. */
isnad_status summary_lines(sheet *s, story_read *story);

#endif
