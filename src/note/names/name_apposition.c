/* A name and an office that stand side by side: "name, title" and "title, name", the ranks and the nation between them, the seat behind the office.
 */
#include "note/names/name_nominal.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

/* A rank, or how one of a court is addressed: his office may follow his name all the same. */
static bool is_address(uint32_t title) {
  const isnad_titles_row *row = title == 0 ? NULL : &isnad_titles_rows[title - 1];
  if (row == NULL || row->kind == ISNAD_TITLES_KIND_RANK) return row != NULL;
  return row->office != NULL && (strcmp(row->office, "adviser") == 0 || strcmp(row->office, "judge") == 0);
}

/* "So-and-so | the director of the museum": an office right behind the name of one who bears none before it. Behind a verb that takes somebody
 * ("received", "appointed") the second of two is its object. */
static bool is_right_behind(const name_finder *f, const found_name *name, const found_name *office) {
  const note_unit *u = name_unit_of(f, name->first);
  bool held = name->role.begin < name->role.end && !is_address(name->title);
  if (u == NULL || name->last != office->first || office->title == 0 || held || name->doubtful) return false;
  if (office->last - office->first < 2 || office->cut > 0) return false;
  for (size_t back = 1; back <= 2 && name->first >= u->first + back; back++)
    if (name_has_role(u, name->first - back, ISNAD_NAME_PARTS_ROLE_MEETS)) return false;
  return true;
}

bool name_is_led_to(const name_finder *f, const note_unit *u, size_t from, size_t to) {
  enum { FAR = 5 };
  bool nation = false;
  if (u == NULL || from > to || to > from + FAR) return false;
  for (size_t at = from; at < to;) {
    if (isnad_slice_equal(name_form(f, at), isnad_slice_of("#"))) { /* of a hashtag */
      at++;
      continue;
    }
    const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES), *place = name_place_adjective(u, at);
    isnad_titles_kind kind = title != NULL && title->cut == 0 ? isnad_titles_rows[title->row].kind : ISNAD_TITLES_KIND_COUNT;
    bool prince =
        kind == ISNAD_TITLES_KIND_OFFICE && isnad_titles_rows[title->row].office != NULL && strcmp(isnad_titles_rows[title->row].office, "emir") == 0;
    if (kind == ISNAD_TITLES_KIND_RANK || kind == ISNAD_TITLES_KIND_HONORIFIC || prince) {
      at += title->count;
    } else if (place != NULL && !nation && name_is_definite(f, at)) {
      nation = true;
      at += place->count;
    } else {
      return false;
    }
  }
  return true;
}

/* "The ambassador of X | in Y, So-and-so": the comma behind the seat of an office; the office's own end when no seat stands there. */
static size_t behind_seat(const note_unit *u, const found_name *office) {
  size_t at = office->last;
  const isnad_phrase *then = u == NULL ? NULL : note_word_at(u, at, ISNAD_QUOTE_WORDS_ROLE_THEN); /* "the president at that time, | So-and-so" */
  if (then != NULL && then->cut == 0) return then->first + then->count;
  const isnad_phrase *in = u == NULL || at + 1 >= u->last ? NULL : note_word_at(u, at, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
  if (in == NULL && u != NULL && at + 1 < u->last) in = note_word_at(u, at, ISNAD_QUOTE_WORDS_ROLE_IN);
  if (in == NULL || in->cut > 0) return at;
  const isnad_phrase *place = name_place(u, at + in->count), *body = note_hit_at(u, at + in->count, ISNAD_TABLE_ORGANIZATIONS);
  const isnad_phrase *seat = body != NULL && body->cut == 0 ? body : place;
  return seat != NULL && seat->cut == 0 ? seat->first + seat->count : at;
}

/* A title by which one is addressed beside his office. Any other right behind an office, without a comma, may be an object: "he received | the
 * minister X". */
static bool is_courtesy(const isnad_titles_row *row) {
  bool voted = row->office != NULL && (strcmp(row->office, "senator") == 0 || strcmp(row->office, "vice") == 0);
  return row->kind != ISNAD_TITLES_KIND_OFFICE || voted || name_title_is_style(row);
}

bool name_title_is_style(const isnad_titles_row *row) {
  static const char *const offices[] = {"adviser", "judge", "emir", "king", "prince"};
  for (size_t i = 0; row->office != NULL && i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(row->office, offices[i]) == 0) return true;
  return false;
}

/* "The head of the committee, | senator So-and-so", with the comma or without: a further title of the same bearer begins right behind the office. */
static bool is_second_title(const name_finder *f, const found_name *office, size_t comma, const found_name *bearer) {
  if (bearer->role.begin >= bearer->role.end || bearer->role.begin >= bearer->span.begin) return false;
  uint32_t begin = f->tokens[bearer->first].span.begin;
  size_t title = bearer->first;
  while (title > office->last && begin > bearer->role.begin) begin = f->tokens[--title].span.begin;
  const note_unit *u = name_unit_of(f, bearer->first);
  const isnad_phrase *second = u == NULL ? NULL : note_hit_at(u, title, ISNAD_TABLE_TITLES);
  if (begin != bearer->role.begin || second == NULL || second->cut > 0) return false;
  if (title != office->last) return name_is_comma(f, comma) && title == comma + 1;
  isnad_titles_kind first = isnad_titles_rows[office->title - 1].kind;
  if (first == ISNAD_TITLES_KIND_KINSHIP || first == ISNAD_TITLES_KIND_NOMINAL) return true;
  return second->count == 1 && bearer->first <= title + 2 && name_is_definite(f, second->first) && is_courtesy(&isnad_titles_rows[second->row]);
}

/* A quotation mark or a bracket. */
static bool is_mark(const name_finder *f, size_t at, char bracket) {
  isnad_slice form = name_form(f, at);
  return f->tokens[at].kind == ISNAD_TOKEN_QUOTE || (form.length == 1 && form.bytes[0] == bracket);
}

/* "The coach, | the Argentinian, | So-and-so", "the head of the union | «FIFA» the Swiss | So-and-so": a comma behind the nation, or marks around a
 * word or two, between an office and its bearer. */
static bool is_bridge(const name_finder *f, const note_unit *u, size_t from, size_t to) {
  enum { FAR = 6, INSIDE = 3 };
  size_t at = from;
  if (to <= from || to > from + FAR) return false;
  if (is_mark(f, at, '(')) {
    for (at++; at < to && at <= from + INSIDE && name_word_at(f, u, at);) at++;
    if (at >= to || !is_mark(f, at, ')')) return false;
    at++;
  } else if (!name_is_comma(f, at++) || !name_is_comma(f, to - 1)) {
    return false;
  } else {
    return to - 1 > at && name_is_led_to(f, u, at, to - 1);
  }
  if (at < to && name_is_comma(f, at)) at++;
  return name_is_led_to(f, u, at, to);
}

/* "So-and-so, | and the minister": another than he. */
static bool is_joined(const name_finder *f, const found_name *office) {
  return office->span.begin > f->tokens[office->first].span.begin && word_letter_at(name_form(f, office->first), 0, LETTER_WAW);
}

/* "Name, title"; *held: he stands behind a title and a comma himself. */
static uint32_t bearer_before(const name_finder *f, size_t at, bool *held) {
  const found_name *n = &f->found[at];
  *held = false;
  if (is_joined(f, n)) return NO_ENTITY;
  for (size_t back = 1; back <= 3 && back <= at; back++) {
    const found_name *before = &f->found[at - back];
    if (before->type != ISNAD_NAME_PERSON || before->form != ISNAD_FORM_NAME) continue;
    bool comma = before->last < n->first && name_leads_to(f, name_unit_of(f, n->first), before, n->first);
    if ((!comma && !is_right_behind(f, before, n)) || !nominal_is_no_man(f, n, before)) continue;
    for (size_t i = 1; i <= 3 && back + i <= at; i++) {
      const found_name *title = &f->found[at - back - i];
      bool office = title->type == ISNAD_NAME_PERSON && title->form == ISNAD_FORM_NOMINAL && title->entity == name_entity_of(f, before);
      *held = *held || (office && title->last + 1 == before->first && name_is_comma(f, title->last));
    }
    return name_entity_of(f, before);
  }
  return NO_ENTITY;
}

/* "Title, name". */
static uint32_t bearer_behind(const name_finder *f, size_t at) {
  const found_name *n = &f->found[at];
  const note_unit *u = n->title != 0 ? name_unit_of(f, n->first) : NULL;
  bool speaks = u != NULL && name_role_speaks_for_office(u, n->title - 1, n->first, n->last);
  const note_unit *here = u != NULL ? u : name_unit_of(f, n->first);
  size_t comma = behind_seat(here, n);
  for (size_t next = at + 1; next < f->count && next <= at + 4; next++) {
    const found_name *behind = &f->found[next];
    bool name = behind->type == ISNAD_NAME_PERSON && behind->form == ISNAD_FORM_NAME && nominal_is_no_man(f, n, behind);
    if (name && is_second_title(f, n, comma, behind)) return name_entity_of(f, behind);
    if (name && comma == behind->first && here != NULL && comma > n->last && note_has_word(here, n->last, ISNAD_QUOTE_WORDS_ROLE_THEN))
      return name_entity_of(f, behind); /* "the president then | So-and-so" */
    bool led = comma < behind->first && name_is_comma(f, comma) && name_is_led_to(f, here, comma + 1, behind->first);
    if (name && (led || (here != NULL && is_bridge(f, here, n->last, behind->first))))
      return speaks && name_role_is_master(f, u, n, behind) ? NO_ENTITY : name_entity_of(f, behind);
  }
  return NO_ENTITY;
}

/* "The director of X, | the head of Y, So-and-so": two titles side by side, of which the second stands before its bearer. */
static uint32_t bearer_behind_next(const name_finder *f, size_t at) {
  enum { NEAR = 4 };
  const found_name *n = &f->found[at];
  for (size_t next = at + 1; next < f->count && next <= at + NEAR; next++) {
    const found_name *other = &f->found[next];
    if (other->first > n->last + 1) break;
    if (other->first < n->last || other->type != ISNAD_NAME_PERSON || other->form != ISNAD_FORM_NOMINAL || is_joined(f, other)) continue;
    bool titles = n->role.end > n->role.begin && other->role.end > other->role.begin && !n->trade && !other->trade;
    return titles && other->first == n->last + 1 && name_is_comma(f, n->last) ? bearer_behind(f, next) : NO_ENTITY;
  }
  return NO_ENTITY;
}

/* "So-and-so the deputy of X | the minister of Y": a title right behind a title that stands behind its bearer. */
static uint32_t bearer_of_title_before(const name_finder *f, size_t at) {
  enum { NEAR = 4 };
  const found_name *n = &f->found[at];
  if (n->span.begin > f->tokens[n->first].span.begin) return NO_ENTITY; /* "the chief of staff | of the leader" */
  for (size_t back = 1; back <= NEAR && back <= at; back++) {
    const found_name *title = &f->found[at - back];
    if (title->type != ISNAD_NAME_PERSON || title->form != ISNAD_FORM_NOMINAL || title->last != n->first) continue;
    bool held = false, offices = title->role.end > title->role.begin && n->role.end > n->role.begin && !title->trade && !n->trade;
    uint32_t before = offices && title->entity != NO_ENTITY ? bearer_before(f, at - back, &held) : NO_ENTITY;
    return before == name_entity_of(f, title) ? before : NO_ENTITY;
  }
  return NO_ENTITY;
}

/* An apposition. "The player, So-and-so, | the minister, | So-and-so": who has his title before him needs none behind. */
uint32_t nominal_in_apposition(const name_finder *f, size_t at) {
  bool held;
  uint32_t before = bearer_before(f, at, &held), behind = before == NO_ENTITY || held ? bearer_behind(f, at) : NO_ENTITY;
  if (behind == NO_ENTITY && before == NO_ENTITY) {
    uint32_t chained = bearer_of_title_before(f, at);
    return chained != NO_ENTITY ? chained : bearer_behind_next(f, at);
  }
  return behind != NO_ENTITY ? behind : before;
}

static bool is_of_same_gender(const found_name *one, const found_name *other) {
  return one->title == 0 || other->title == 0 || isnad_titles_rows[one->title - 1].gender == isnad_titles_rows[other->title - 1].gender;
}

/* "The prime minister of X | and its foreign minister, | So-and-so": the second of two offices that "and" joins, which stands right behind. */
static const found_name *second_office(const name_finder *f, size_t at) {
  enum { NEAR = 4 };
  const found_name *n = &f->found[at];
  for (size_t next = at + 1; next < f->count && next <= at + NEAR; next++) {
    const found_name *other = &f->found[next];
    if (other->first < n->last) continue;
    bool office = other->first == n->last && other->type == ISNAD_NAME_PERSON && other->form == ISNAD_FORM_NOMINAL;
    bool joined = office && is_joined(f, other) && is_of_same_gender(n, other);
    return joined ? other : NULL;
  }
  return NULL;
}

/* "The king of X | and the president of Y, So-and-so": offices of two states, or of a woman and a man, are of two. */
static bool may_be_one(const found_name *first, const found_name *second) {
  const char *here = nominal_country(first), *there = nominal_country(second);
  if (here != NULL && there != NULL && strcmp(here, there) != 0) return false;
  return first->title == 0 || second->title == 0 || isnad_titles_rows[first->title - 1].gender == isnad_titles_rows[second->title - 1].gender;
}

uint32_t nominal_by_second_office(const name_finder *f, size_t at) {
  const found_name *second = second_office(f, at);
  return second == NULL || !may_be_one(&f->found[at], second) ? NO_ENTITY : nominal_in_apposition(f, (size_t)(second - f->found));
}
