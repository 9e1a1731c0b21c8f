/* Who speaks, by the tables: a person, a body of some kind, a state, unnamed people; his office, rank or trade. */
#include "note/sources/vouch.h"

#include <math.h>
#include <string.h>

/* The table of bodies tells their kind; the features stand in its order. */
_Static_assert((int)ISNAD_VOUCH_WEIGHTS_FEATURE_ORG_OTHER - (int)ISNAD_VOUCH_WEIGHTS_FEATURE_ORG_MINISTRY ==
                   (int)ISNAD_ORGANIZATIONS_KIND_OTHER - (int)ISNAD_ORGANIZATIONS_KIND_MINISTRY,
               "one feature for each kind of body");

static void read_titles(double *x, const note_unit *unit, const size_t range[2]) {
  for (size_t at = range[0]; at < range[1]; at++) {
    const isnad_phrase *title = note_hit_at(unit, at, ISNAD_TABLE_TITLES);
    if (title == NULL) continue;
    const isnad_titles_row *row = &isnad_titles_rows[title->row];
    if (row->office != NULL && strcmp(row->office, "spokesman") == 0) x[ISNAD_VOUCH_WEIGHTS_FEATURE_SPOKESMAN] = 1;
    switch (row->kind) {
    case ISNAD_TITLES_KIND_OFFICE:
      x[ISNAD_VOUCH_WEIGHTS_FEATURE_OFFICE] = 1;
      break;
    case ISNAD_TITLES_KIND_RANK:
      x[ISNAD_VOUCH_WEIGHTS_FEATURE_RANK] = 1;
      break;
    case ISNAD_TITLES_KIND_PROFESSION:
      x[ISNAD_VOUCH_WEIGHTS_FEATURE_PROFESSION] = 1;
      break;
    case ISNAD_TITLES_KIND_KINSHIP:
      x[ISNAD_VOUCH_WEIGHTS_FEATURE_KINSHIP] = 1;
      break;
    default:
      break;
    }
  }
}

static void read_bodies(double *x, const vouch_case *c, const size_t range[2]) {
  for (size_t at = range[0]; at < range[1]; at++) {
    const isnad_phrase *body = note_hit_at(c->of.unit, at, ISNAD_TABLE_ORGANIZATIONS);
    if (body != NULL) x[(int)ISNAD_VOUCH_WEIGHTS_FEATURE_ORG_MINISTRY + (int)isnad_organizations_rows[body->row].kind] = 1;
    if (note_has_word(c->of.unit, at, ISNAD_QUOTE_WORDS_ROLE_COURT)) x[ISNAD_VOUCH_WEIGHTS_FEATURE_COURT] = 1;
    if (note_has_hit(c->of.unit, at, ISNAD_TABLE_ORG_HEADS)) x[ISNAD_VOUCH_WEIGHTS_FEATURE_ORG_HEAD] = 1;
    const isnad_phrase *head = note_hit_at(c->of.unit, at, ISNAD_TABLE_HEADS);
    if (head == NULL) continue;
    isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
    if (kind == ISNAD_HEADS_KIND_OFFICIAL) x[ISNAD_VOUCH_WEIGHTS_FEATURE_HEAD_OFFICIAL] = 1;
    if (kind == ISNAD_HEADS_KIND_ANONYMOUS || kind == ISNAD_HEADS_KIND_UNNAMED) x[ISNAD_VOUCH_WEIGHTS_FEATURE_HEAD_UNNAMED] = 1;
  }
}

/* The weights of the words with which he is told, shared out over the root of their number: many weak ones are no strong one. */
static void read_words(double *x, const vouch_case *c) {
  double sum = 0;
  size_t count = 0;
  for (size_t i = 0; i < 2; i++) {
    const size_t *range = i == 0 ? c->who : c->office;
    for (size_t at = range[0]; at < range[1]; at++) {
      const isnad_vouch_words_row *row = vouch_word(cited_token(c->of.s, at)->hash);
      if (row == NULL || row->who == 0) continue;
      sum += row->who;
      count++;
    }
  }
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_WHO_WORDS] = count > 0 ? sum / sqrt((double)count) : 0;
}

void vouch_read_who(double *x, const vouch_case *c) {
  const isnad_name_note *name = note_name_at(c->of.s, c->of.first);
  bool person = name != NULL && name->type == ISNAD_NAME_PERSON;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_NAMED] = person && name->form == ISNAD_FORM_NAME;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_NOMINAL] = person && name->form != ISNAD_FORM_NAME;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_STATE] = name != NULL && name->type == ISNAD_NAME_PLACE;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_BODY] = name != NULL && name->type == ISNAD_NAME_ORGANIZATION;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_KNOWN] = c->of.source->named.id.length > 0 && c->of.source->named.id.bytes[0] != '@';
  read_words(x, c);
  read_titles(x, c->of.unit, c->who);
  const note_unit *there = c->office[0] < c->office[1] ? note_unit_of(c->of.s, c->office[0]) : NULL;
  if (there != NULL && c->office[1] <= there->last) read_titles(x, there, c->office);
  read_bodies(x, c, c->who);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_BARE] = x[ISNAD_VOUCH_WEIGHTS_FEATURE_NAMED] && c->who[1] <= c->who[0] + 2 && c->office[0] == c->office[1];
}
