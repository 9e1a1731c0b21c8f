/* What the views of one reply share: memory that is filled again and again, and what was read of the story at hand. */
#ifndef ISNAD_VIEW_DESK_H
#define ISNAD_VIEW_DESK_H

#include "view/story_read.h"

/* What the arenas keep for the next view and the next reply: most need less, and what the dearest need is given back. */
enum { DESK_LINES = 1 << 20, DESK_KEPT = 4 << 20 };

struct isnad_view_desk {
  isnad_arena *lines, *scratch; /* of the sheet that is open now; of its lines one by one */
  isnad_arena *kept;            /* of what stays until the desk is cleared */
  bool lent;                    /* `lines` and `scratch` serve an open sheet */
  story_read *story;            /* in `kept`; NULL: none was read yet */
};

#endif
