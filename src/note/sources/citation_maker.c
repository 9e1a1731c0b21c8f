/* Who made what was read behind a trigger: the medium of a clip, of a report, of reports. */
#include "note/sources/citation.h"

static bool is_medium(const cited *found) { return found->kind == ISNAD_SOURCE_OUTLET || found->kind == ISNAD_SOURCE_AGENCY; }

/* "According to what was published by X": the verb between the trigger and the source is passed over. */
size_t cited_inner_verb(const note_scan *s, const note_unit *unit, size_t at) {
  for (size_t words = 0; words < 3 && cited_is_word(s, unit, at); words++, at++) {
    const isnad_phrase *inner = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS);
    if (inner == NULL) continue;
    isnad_triggers_form form = cited_trigger(inner)->form;
    if (form == ISNAD_TRIGGERS_FORM_VERB || form == ISNAD_TRIGGERS_FORM_RELATIVE) return inner->first + inner->count;
  }
  return 0;
}

/* "Footage broadcast by X": the maker behind a relative verb is the source. */
static void name_footage(const note_scan *s, const note_unit *unit, cited *out) {
  cited maker;
  size_t behind = cited_inner_verb(s, unit, out->last);
  if (behind == 0 || !cited_read(s, unit, behind, true, &maker)) return;
  if (maker.kind == ISNAD_SOURCE_SOCIAL) { /* "a clip | shared on social media": where it is seen, and nobody who made it */
    out->last = maker.last;
    return;
  }
  maker.first = out->first;
  maker.kind = out->kind;
  *out = maker;
}

/* The medium of the tables that li joins to a document. */
static bool read_owner(const note_scan *s, const note_unit *unit, const cited *document, cited *maker) {
  if (document->kind != ISNAD_SOURCE_DOCUMENT || !cited_is_word(s, unit, document->last)) return false;
  if (!word_letter_at(cited_form(s, document->last), 0, LETTER_LAM) || !cited_read(s, unit, document->last, false, maker)) return false;
  return maker->named.id.length > 0 && is_medium(maker);
}

/* "A report", "an article": words of a medium, which say nothing of themselves. What finds something out is a source besides. */
static bool is_report(const note_unit *unit, const cited *document) {
  return note_has_word(unit, document->first, ISNAD_QUOTE_WORDS_ROLE_PAPER) && !note_has_word(unit, document->first, ISNAD_QUOTE_WORDS_ROLE_RESEARCH);
}

/* "Reports | that local media published": told by nobody but them. */
static bool read_publisher(const note_scan *s, const note_unit *unit, const cited *reports, cited *maker) {
  const isnad_phrase *head = note_hit_at(unit, reports->first, ISNAD_TABLE_HEADS), *verb = note_hit_at(unit, reports->last, ISNAD_TABLE_TRIGGERS);
  bool hearsay = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT &&
                 isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF && !note_is_definite(s, unit, reports->first);
  if (!hearsay || verb == NULL || cited_trigger(verb)->form != ISNAD_TRIGGERS_FORM_RELATIVE) return false;
  return cited_read(s, unit, verb->first + verb->count, true, maker) && is_medium(maker);
}

void cited_name_maker(const note_scan *s, const note_unit *unit, cited *out) {
  cited maker;
  if (out->kind == ISNAD_SOURCE_FOOTAGE) name_footage(s, unit, out);
  if ((is_report(unit, out) && read_owner(s, unit, out, &maker)) || read_publisher(s, unit, out, &maker)) *out = maker;
}

bool cited_maker(const note_scan *s, const note_unit *unit, const cited *document, cited *maker) { return read_owner(s, unit, document, maker); }
