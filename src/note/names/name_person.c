/* The name of a person: a row of the table of people, or a chain of parts (given names, what ties them, family names, words that nobody knows) that
 * is believed to be one. */
#include "note/names/name_belief.h"
#include "note/names/name_likely.h"
#include "note/word.h"

#include "arabic/letters.h"

enum { EVERYDAY = 200 };

/* The row of people that these tokens are, or begin. */
static const isnad_phrase *people_hit(const note_unit *u, size_t at, bool full) {
  if (!note_has_hit(u, at, ISNAD_TABLE_PEOPLE)) return NULL;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PEOPLE && (!full || hits[i].cell != ISNAD_PEOPLE_CELL_SHORT_FORMS)) return &hits[i];
  return NULL;
}

static void fill(person_reading *out, const name_chain *c) {
  const isnad_token *first = &c->f->tokens[c->at];
  size_t cut = 0;
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(c->u, c->at, ISNAD_TABLE_FAMILY_NAMES);
  if (c->rule.name == NULL && c->rule.table == ISNAD_TABLE_GIVEN_NAMES && given != NULL) cut = given->cut;
  if (c->rule.name == NULL && c->rule.table == ISNAD_TABLE_FAMILY_NAMES && family != NULL) cut = family->cut;
  if (c->first == PART_UNKNOWN && name_begins_and(c->f, c->at)) cut = 2;
  *out = (person_reading){.first = (uint32_t)c->at, .last = (uint32_t)c->last, .cut = (uint8_t)cut, .words = (uint8_t)c->parts, .rule = c->rule};
  out->span = (isnad_span){cut > 0 ? isnad_token_source(&c->f->s->page->tokens, c->at, cut) : first->span.begin, c->f->tokens[c->last - 1].span.end};
}

static void take_row(person_reading *out, const name_finder *f, const isnad_phrase *hit) {
  bool alone = hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count == 1;
  uint32_t index = alone ? name_heir(f, hit->row) : hit->row;
  const isnad_people_row *row = &isnad_people_rows[index];
  out->id = isnad_slice_of(row->id);
  out->canonical = isnad_slice_of(row->name);
  out->rule = (isnad_rule){NULL, ISNAD_TABLE_PEOPLE, index};
}

/* "Given surname" in another spelling than the table's: the surname's row, when its full name has the given name too. */
static const isnad_phrase *row_of_chain(const name_chain *c) {
  if (c->parts != 2) return NULL;
  const isnad_phrase *row = note_hit_at(c->u, c->last - 1, ISNAD_TABLE_PEOPLE);
  bool is_short = row != NULL && row->cut == 0 && row->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && row->count == 1;
  return is_short && name_chain_row_has_first(c, row) ? row : NULL;
}

/* A short form that is also a word of the language: an adjective of a place, a verb, a title, or a frequent word whose letters are no name's. */
static bool is_everyday(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  isnad_slice form = name_form(f, at);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  const isnad_phrase *stop = note_hit_at(u, at, ISNAD_TABLE_STOPS);
  if (name_place_adjective(u, at) != NULL || (stop != NULL && stop->cut <= cut) || name_is_verb(f, u, at)) return true;
  const isnad_phrase *row = note_hit_at(u, at, ISNAD_TABLE_PEOPLE);
  const char *forms = isnad_people_rows[row->row].short_forms;
  bool negated = at > u->first && cut == 0 && note_has_word(u, at - 1, ISNAD_QUOTE_WORDS_ROLE_NEGATES) && !name_is_definite(f, at);
  if (negated && name_ends_with(f, at, LETTER_NOON)) return true; /* "does not | yield", and no Yellen */
  if (cut == 0 && isnad_arabic_frequency(isnad_token_hash(form)) > OFTEN && !name_is_spelled(f, at, cut, forms, NULL))
    return true; /* "of the first" */
  if (name_is_announced_over(f, u, at)) return false;
  if (isnad_arabic_frequency(isnad_token_hash(form)) > FEW && !name_is_spelled(f, at, cut, forms, NULL)) return true;
  bool often = isnad_arabic_frequency(isnad_token_hash(form)) > OFTEN;
  return !name_is_definite(f, at) && often && name_shape(form) < (form.length <= SHORT_WORD ? SHAPE_STRONG : SHAPE_FOREIGN);
}

static bool begins_given(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO &&
         isnad_given_names_rows[given->row].origin != ISNAD_GIVEN_NAMES_ORIGIN_ARAB && !name_is_definite(f, at);
}

/* "Said | Sarahna": a given name, which is somebody's short form too, before a word that neither the language nor a table knows. */
static bool has_surname_behind(const name_finder *f, const note_unit *u, size_t at) {
  enum { SHORTEST = 8 };
  size_t next = at + 1, count = 0;
  if (!name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES) || !name_word_at(f, u, next) || f->tokens[next].length < SHORTEST) return false;
  note_hits_at(u, next, &count);
  return count == 0 && name_is_unknown(f, u, next) && isnad_arabic_frequency(f->tokens[next].hash) == 0 && !name_begins_and(f, next);
}

/* The word, whole, is the last of a name that was read before. */
static bool ends_name_before(const name_finder *f, size_t at) {
  for (size_t i = f->count; i > 0 && f->count - i < 48; i--) {
    const found_name *n = &f->found[i - 1];
    if (n->type == ISNAD_NAME_PERSON && n->form == ISNAD_FORM_NAME && n->words > 1 && f->tokens[n->last - 1].hash == f->tokens[at].hash) return true;
  }
  return false;
}

/* "X Y | is able to", "can X Y | the win": a word of every day behind a full name of the table. */
static bool is_word_behind_row(const name_finder *f, const note_unit *u, size_t at) {
  uint32_t seen = isnad_arabic_frequency(f->tokens[at].hash);
  if (!name_is_definite(f, at)) return seen > EVERYDAY;
  const isnad_phrase *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  return seen > OFTEN && (family == NULL || isnad_family_names_rows[family->row].common != ISNAD_FAMILY_NAMES_COMMON_NO);
}

/* "Yasir Arafat | Mahmud, who is a farmer": behind a full name of the table one more given name of Arabs before a comma is another man's. */
static bool is_other_bearer(const name_finder *f, const note_unit *u, const isnad_phrase *hit, const name_chain *c) {
  size_t end = hit->first + hit->count;
  bool one = hit->count > 1 && c->last == end + 1 && (c->latest == PART_GIVEN || c->latest == PART_COMMON_GIVEN) && name_is_arab_given(u, end) &&
             !name_is_definite(f, end - 1); /* behind a surname with the article nobody's father is named */
  return one && c->last < u->last && name_is_comma(f, c->last);
}

/* A name of the table of people; a longer chain that begins with it is another person. */
static bool read_row(person_reading *out, const name_finder *f, const note_unit *u, size_t at, const name_chain *c) {
  const isnad_phrase *hit = people_hit(u, at, false);
  bool longer = hit != NULL && c->parts > 0 && c->last > hit->first + hit->count;
  bool another =
      longer && hit->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count > 1 && begins_given(f, u, hit->first + hit->count); /* "X Y | Paul Z" */
  bool word = longer && hit->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count > 1 && c->last == hit->first + hit->count + 1 &&
              is_word_behind_row(f, u, c->last - 1);
  bool unknown = longer && hit->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count > 1 && c->last == hit->first + hit->count + 1 &&
                 c->latest == PART_UNKNOWN && name_ends_with(f, c->last - 1, LETTER_TEH);  /* "Benazir Bhutto | gave birth" */
  bool lineage = longer && hit->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count > 2 && /* "X bin Y | bin Z Al W": his own forefathers */
                 name_has_role(u, hit->first + 1, ISNAD_NAME_PARTS_ROLE_SON) &&
                 (name_has_role(u, hit->first + hit->count, ISNAD_NAME_PARTS_ROLE_SON) ||
                  (hit->count > 4 && name_has_role(u, hit->first + hit->count, ISNAD_NAME_PARTS_ROLE_CLAN)));
  if (longer && is_other_bearer(f, u, hit, c)) return false;
  if (another || word || unknown || lineage) longer = false;
  bool named_on = c->latest == PART_FAMILY || c->latest == PART_COMMON_FAMILY || c->latest == PART_TIED;
  if (hit == NULL || (longer && (hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS || (c->unknown == 0 && named_on)))) return false;
  bool alone = hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count == 1;
  bool small = alone && name_hit_uncut(u, at, ISNAD_TABLE_STOPS) && !name_is_spelled(f, at, hit->cut, isnad_people_rows[hit->row].short_forms, NULL);
  if (small || (alone && at > u->first && name_is_idiom(u, at - 1)))
    return false; /* "the president, | the guest"; "until" is not Hitti: they differ by the dots of a yeh */
  enum { JOINED = 4, SHORT = 8 };
  if (alone && hit->cut >= JOINED && f->tokens[at].length - hit->cut <= SHORT && !name_is_definite(f, at)) return false; /* "and for | two" */
  if (alone && hit->cut > 0 && ends_name_before(f, at)) return false; /* "Brommel", who was named in full, not "to Rommel" */
  if (alone && (name_is_whole_word(f, at, hit->cut) || has_surname_behind(f, u, at))) return false;
  bool common = alone && (isnad_people_rows[hit->row].common == ISNAD_PEOPLE_COMMON_YES || is_everyday(f, u, at, hit->cut));
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  *out = (person_reading){.first = (uint32_t)at, .last = hit->first + hit->count, .span = hit->span, .cut = hit->cut, .doubtful = common};
  bool son = title != NULL && name_has_role(u, title->first + title->count, ISNAD_NAME_PARTS_ROLE_SON); /* "Sultan | bin Ahmad" */
  bool woman = title != NULL && title->count == 1 && name_is_womans(f, u, at);                          /* "Amina | Erdogan" */
  if (title != NULL && !son && !woman && title->cut == hit->cut &&
      title->count < hit->count) { /* the king So-and-so: the title is no part of the name */
    out->first += title->count;
    out->span.begin = f->tokens[out->first].span.begin;
    out->cut = 0;
  }
  if (lineage) {
    out->last = (uint32_t)c->last;
    out->span.end = f->tokens[c->last - 1].span.end;
  }
  out->words = hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS ? 1 : (uint8_t)(hit->count > 1 ? hit->count : 2);
  const isnad_phrase *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  bool surname = family != NULL && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO;
  if (common && ((surname && name_is_alone(f, u, at, hit->cut)) || name_is_foreign_surname(f, u, at, hit->cut))) {
    out->doubtful = false; /* a surname for sure, though not for sure this bearer's */
    out->rule = (isnad_rule){NULL, ISNAD_TABLE_PEOPLE, hit->row};
    return true;
  }
  take_row(out, f, hit);
  return true;
}

/* "The greeting of | Lionel Messi", "dominated | Lionel Messi": a noun or a verb that is a name too, or might be one, before the full name of the
 * table. */
static bool leads_to_row(const name_finder *f, const note_unit *u, size_t at, part_kind kind) {
  if ((kind != PART_COMMON_GIVEN && kind != PART_UNKNOWN) || !note_has_hit(u, at + 1, ISNAD_TABLE_PEOPLE)) return false;
  const isnad_phrase *row = people_hit(u, at + 1, true);
  if (row == NULL || row->cut > 0 || row->count < 2 || people_hit(u, at, true) != NULL || name_is_ali(f, at) || note_count(u, at) == 0) return false;
  if (at > u->first && note_has_hit(u, at - 1, ISNAD_TABLE_TITLES) && name_is_definite(f, at - 1)) return false; /* "the leader | Yahya" */
  const isnad_phrase *given = note_hit_at(u, at + 1, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && given->cut == 0;
}

/* A word of the news that no table of names has: it begins none. */
static bool is_heard(const name_finder *f, const note_unit *u, size_t at) {
  return !name_has_table(u, at, NAME_OF_PERSON) && note_count(u, at) >= NAME_RARE && name_answer_at(f, u, at) != NAME_LIKELY;
}

bool name_person(person_reading *out, const name_finder *f, const note_unit *u, size_t at, person_before before) {
  name_chain c = {.f = f, .u = u, .at = at, .last = at, .titled = before == PERSON_TITLED};
  if (!name_word_at(f, u, at) || is_heard(f, u, at) || name_bears_tanwin(f, at)) return false;
  part first = name_part_at(f, u, at, true, 0);
  uint32_t seen = first.kind == PART_COMMON_GIVEN && before == PERSON_BARE ? isnad_arabic_frequency(f->tokens[at].hash) : 0;
  if ((seen > NAME_NOUN && people_hit(u, at + 1, true) != NULL) || (seen > NAME_NOUN / 4 && name_is_arab_given(u, at) && begins_given(f, u, at + 1)))
    return false; /* "the meeting of | Muhammad Salah", "the life of | Frida Kahlo" */
  if (before == PERSON_BARE && leads_to_row(f, u, at, first.kind)) return false;
  if (first.kind != PART_NONE && first.kind != PART_BEHIND) {
    name_chain_add(&c, &first);
    name_chain_extend(&c);
  }
  if (read_row(out, f, u, at, &c)) return true;
  if (c.parts == 0) return false;
  const isnad_phrase *row = row_of_chain(&c);
  if (row != NULL) {
    fill(out, &c);
    take_row(out, f, row);
    return true;
  }
  bool doubtful = false;
  if (before == PERSON_TITLED ? !name_is_believed_titled(&c) : !name_is_believed(&c, &doubtful)) return false;
  fill(out, &c);
  out->doubtful = doubtful;
  return out->cut == 0 || c.parts > 1 || !ends_name_before(f, at);
}
