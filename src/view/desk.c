#include "view/desk.h"

#include <stdlib.h>

isnad_status isnad_view_desk_new(isnad_view_desk **out) {
  isnad_view_desk *d = calloc(1, sizeof *d);
  *out = d;
  if (d == NULL) return ISNAD_NO_MEMORY;
  if (isnad_arena_new(&d->lines, 0) == ISNAD_OK && isnad_arena_new(&d->scratch, 0) == ISNAD_OK && isnad_arena_new(&d->kept, 0) == ISNAD_OK)
    return ISNAD_OK;
  isnad_view_desk_free(d);
  *out = NULL;
  return ISNAD_NO_MEMORY;
}

void isnad_view_desk_clear(isnad_view_desk *desk) {
  isnad_arena_trim(desk->lines, DESK_LINES);
  isnad_arena_trim(desk->scratch, DESK_LINES);
  isnad_arena_trim(desk->kept, DESK_KEPT);
  desk->story = NULL;
}

void isnad_view_desk_free(isnad_view_desk *desk) {
  if (desk == NULL) return;
  isnad_arena_free(desk->lines);
  isnad_arena_free(desk->scratch);
  isnad_arena_free(desk->kept);
  free(desk);
}
