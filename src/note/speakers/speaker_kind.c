/* What kind of speaker a name, a head noun or a source is. */
#include "note/speakers/speaker.h"

#include <string.h>

speaker_kind speaker_kind_of_name(isnad_name_type type) {
  switch (type) {
  case ISNAD_NAME_PERSON:
    return SPEAKER_PERSON;
  case ISNAD_NAME_PLACE:
    return SPEAKER_PLACE;
  case ISNAD_NAME_OUTLET:
    return SPEAKER_MEDIUM;
  case ISNAD_NAME_PRODUCT:
  case ISNAD_NAME_EVENT:
    return SPEAKER_UNKNOWN;
  default:
    return SPEAKER_BODY;
  }
}

speaker_kind speaker_kind_of_head(const isnad_heads_row *row) {
  switch (row->kind) {
  case ISNAD_HEADS_KIND_OFFICIAL:
  case ISNAD_HEADS_KIND_UNNAMED:
    return SPEAKER_BODY;
  case ISNAD_HEADS_KIND_DOCUMENT:
    return SPEAKER_DOCUMENT;
  case ISNAD_HEADS_KIND_ANONYMOUS:
    return SPEAKER_ANONYMOUS;
  case ISNAD_HEADS_KIND_FALSE_FRIEND:
    return SPEAKER_UNKNOWN;
  default:
    return SPEAKER_MEDIUM;
  }
}

speaker_kind speaker_kind_of_source(isnad_source_kind kind) {
  switch (kind) {
  case ISNAD_SOURCE_OFFICIAL:
    return SPEAKER_BODY;
  case ISNAD_SOURCE_DOCUMENT:
    return SPEAKER_DOCUMENT;
  case ISNAD_SOURCE_ANONYMOUS:
    return SPEAKER_ANONYMOUS;
  default:
    return SPEAKER_MEDIUM;
  }
}

/* "The authorities of X", which the table has as another name of the government: what the article says. */
void speaker_keep_authorities(const quote_scan *q, isnad_span span, quote_speaker *out) {
  static const char government[] = ".government";
  size_t length = sizeof government - 1, first = 0;
  if (out->entity.length <= length || memcmp(out->entity.bytes + out->entity.length - length, government, length) != 0) return;
  isnad_slice text = note_name_text(q->s, span);
  while (first < text.length && text.bytes[first] != ' ') first++;
  bool another = first >= 6 * WORD_LETTER && first < text.length && !isnad_slice_starts(out->canonical, (isnad_slice){text.bytes, first});
  if (another) out->canonical = text;
}
