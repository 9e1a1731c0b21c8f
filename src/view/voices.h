/* Who stands before the media in a chain: the speakers, officials and documents of a report, and through which media their words came to it. */
#ifndef ISNAD_VIEW_VOICES_H
#define ISNAD_VIEW_VOICES_H

#include "store/voices.h"

/* One step that a report states, or that follows from how far its citations reach: from `from` to the medium `to`, or to the report itself. */
typedef struct voice_step {
  const store_voice *from;
  const char *role;      /* what he is here: the kind of `from`, but "speaker" of one who is cited and speaks, too */
  const store_voice *to; /* NULL: the report */
  bool said;             /* a statement says so, and not a citation alone */
  uint32_t times;        /* so many statements or citations say so */
} voice_step;

/* The steps of one report of `outlet` (id, name), each once, in the order of the page. A statement comes through the source that carries it; else, as
 * an official or a document does, through the medium that is cited for the whole report, which itself comes through the outlet that the report is
 * credited to: a list of several is no order of transmission, "agencies" are nobody, and a credit that the text contradicts is none. A medium that
 * another one quotes comes through it. A medium that is credited or cited without another before the report has its edge in the store, and is no step
 * here. Linear but for looking up who was met before. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY, ... */
isnad_status voices_of(voice_step **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_slice id, isnad_slice name,
                       isnad_err *err);

bool voice_same(const store_voice *a, const store_voice *b);

/* Whether it is the source with this id, or without an id this name. */
bool voice_is(const store_voice *v, isnad_slice id, isnad_slice name);

/* A medium: an agency, an outlet, a platform. */
bool voice_is_medium(const store_voice *v);

#endif
