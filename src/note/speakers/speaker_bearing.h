/* The offices and trades that an article tells of its people. */
#ifndef ISNAD_NOTE_SPEAKER_BEARING_H
#define ISNAD_NOTE_SPEAKER_BEARING_H

#include "note/speakers/speaker.h"

enum { SPEAKER_BEARINGS = 256 };

/* A name and the words before or behind it that say what its bearer is: tokens [first, last), the first of them an office or a trade. */
typedef struct speaker_bearing {
  const isnad_name_note *name;
  const note_unit *unit;
  size_t first, last;
} speaker_bearing;

typedef struct speaker_bearings {
  speaker_bearing items[SPEAKER_BEARINGS];
  size_t count;
} speaker_bearings;

/* A word without its proclitic and article; an office or trade of one person; an adjective of a country, or NULL. */
isnad_slice speaker_bare_word(const quote_scan *q, size_t at);
bool speaker_is_one(const quote_scan *q, size_t at);
const isnad_phrase *speaker_nation_at(const quote_scan *q, size_t at);

#endif
