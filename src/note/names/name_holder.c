/* The holders of offices, as the table knows them: on the day of the article, or, where it has no day, the one of them whom it names. */
#include "note/names/name_nominal.h"
#include "note/names/name_rows.h"

#include "base/clock.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_OFFICE = 64, HITS = 8 };

/* "2012-05" as a number that sorts: 20120500; an open end gives `open`. */
static long day_number(const char *day, long open) {
  if (day == NULL) return open;
  long parts[3] = {0, 0, 0};
  for (size_t i = 0, part = 0; day[i] != '\0' && part < 3; i++) {
    if (day[i] == '-')
      part++;
    else if (day[i] >= '0' && day[i] <= '9')
      parts[part] = parts[part] * 10 + (day[i] - '0');
  }
  return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

/* The same of an instant's day. */
static long day_of(int64_t seconds) {
  int64_t year = 0;
  unsigned month = 0, day = 0;
  clock_date(clock_day_of(seconds), &year, &month, &day);
  return (long)(year * 10000 + month * 100 + day);
}

/* The office of a state, by the office of the title and the state that is told with it. */
static bool state_office(char out[LONGEST_OFFICE], const found_name *n, const char *home) {
  const char *country = n->place == 0 ? home : isnad_places_rows[n->place - 1].country;
  isnad_slice office = nominal_office(n);
  bool state = country != NULL &&
               (n->place == 0 || isnad_places_rows[n->place - 1].kind == ISNAD_PLACES_KIND_COUNTRY); /* the president of "the CAF" is of no town */
  if (!state || office.length == 0 || strlen(country) != 2 || office.length + 4 > LONGEST_OFFICE) return false;
  out[0] = (char)tolower((unsigned char)country[0]);
  out[1] = (char)tolower((unsigned char)country[1]);
  out[2] = '.';
  memcpy(out + 3, office.bytes, office.length);
  out[3 + office.length] = '\0';
  return true;
}

/* "The secretary-general of the party of God": all of the words are an office that the table knows by them. */
static bool told_office(char out[LONGEST_OFFICE], const name_finder *f, const found_name *n) {
  isnad_phrase hits[HITS];
  if (n->last < n->first + 2) return false;
  size_t count = isnad_phrases_at(hits, HITS, &f->s->page->tokens, n->first, 1u << ISNAD_TABLE_OFFICES, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    const char *id = isnad_offices_rows[hits[i].row].id;
    if (hits[i].first + hits[i].count != n->last || strlen(id) >= LONGEST_OFFICE) continue;
    memcpy(out, id, strlen(id) + 1);
    return true;
  }
  return false;
}

/* The office that somebody holds now; false of "the former", "the next". "General" in "secretary-general" is no such word. */
static bool office_id(char out[LONGEST_OFFICE], const name_finder *f, const found_name *n, const char *home) {
  if (told_office(out, f, n)) return !nominal_is_modified_behind(f, n);
  return state_office(out, n, home) && !nominal_is_modified(f, n);
}

/* The row of the one who held the office on that day; the later begin wins on the day of a change. */
static const isnad_office_holders_row *holder(const char *office, long day) {
  const isnad_office_holders_row *best = NULL;
  holder_rows all = name_holders_of(isnad_slice_of(office));
  for (size_t i = 0; i < all.count; i++) {
    const isnad_office_holders_row *row = &isnad_office_holders_rows[all.rows[i]];
    if (day_number(row->from, 0) > day || day_number(row->to, 99999999) < day) continue;
    if (best == NULL || day_number(row->from, 0) > day_number(best->from, 0)) best = row;
  }
  return best;
}

/* The bearer of that row whom the article names; NO_ENTITY: it does not. */
static uint32_t named_with_id(const name_finder *f, const char *id) {
  enum { MOST = 4 * NOMINAL_LOOK_AROUND };
  size_t least = f->entity_count > MOST ? f->entity_count - MOST : 0;
  for (size_t i = f->entity_count; i > least; i--)
    if (isnad_slice_equal(f->entities[i - 1].id, isnad_slice_of(id))) return f->entities[i - 1].merged;
  return NO_ENTITY;
}

static uint32_t entity_with_id(name_finder *f, const char *id, uint32_t index) {
  uint32_t known = named_with_id(f, id);
  const isnad_people_row *row = known == NO_ENTITY ? name_person_row(isnad_slice_of(id)) : NULL;
  if (row == NULL) return known;
  f->found[index].id = isnad_slice_of(id);
  f->found[index].canonical = isnad_slice_of(row->name);
  return name_new_entity(f, index);
}

static bool is_of_other_gender(const found_name *nominal, const char *person) {
  bool feminine = nominal->title != 0 && isnad_titles_rows[nominal->title - 1].gender == ISNAD_TITLES_GENDER_F;
  const isnad_people_row *row = feminine ? name_person_row(isnad_slice_of(person)) : NULL;
  return row != NULL && row->gender == ISNAD_PEOPLE_GENDER_M;
}

/* Of all who ever held the office the one whom the article names; NO_ENTITY: none, or several. */
static uint32_t holder_named(const name_finder *f, const char *office, const found_name *nominal) {
  uint32_t found = NO_ENTITY;
  holder_rows all = name_holders_of(isnad_slice_of(office));
  for (size_t i = 0; i < all.count; i++) {
    const isnad_office_holders_row *row = &isnad_office_holders_rows[all.rows[i]];
    uint32_t entity = named_with_id(f, row->person);
    if (entity == NO_ENTITY || entity == found || is_of_other_gender(nominal, row->person)) continue;
    if (found != NO_ENTITY) return NO_ENTITY;
    found = entity;
  }
  return found;
}

static bool ends_in(const char *name, const char *word) {
  size_t length = strlen(name), tail = strlen(word);
  return length > tail && name[length - tail - 1] == ' ' && strcmp(name + length - tail, word) == 0;
}

/* Whoever holds on that day an office that the person of the row once held, and is called by the same one word. */
static uint32_t find_heir(uint32_t row, long day) {
  const isnad_people_row *person = &isnad_people_rows[row];
  holder_rows held = name_offices_of(isnad_slice_of(person->id));
  for (size_t i = 0; i < held.count; i++) {
    const isnad_office_holders_row *now = holder(isnad_office_holders_rows[held.rows[i]].office, day);
    const isnad_people_row *heir = now == NULL || strcmp(now->person, person->id) == 0 ? NULL : name_person_row(isnad_slice_of(now->person));
    if (heir != NULL && ends_in(heir->name, person->short_forms)) return (uint32_t)(heir - isnad_people_rows);
  }
  return row;
}

uint32_t name_heir(const name_finder *f, uint32_t row) {
  const isnad_people_row *person = &isnad_people_rows[row];
  isnad_interval when = f->s->article->published.when;
  if (person->common != ISNAD_PEOPLE_COMMON_YES || person->short_forms == NULL || when.to <= when.from || when.from < 0) return row;
  name_known_heir *known = &f->heirs[row % NAME_HEIRS];
  if (known->asked != row + 1) *known = (name_known_heir){row + 1, find_heir(row, day_of(when.from))};
  return known->heir;
}

/* The row of the only one who held the office on the day of the article, of the gender of the title; NULL: none, or several. */
static const isnad_office_holders_row *holder_then(const name_finder *f, uint32_t index, const char *office) {
  isnad_interval when = f->s->article->published.when;
  const isnad_office_holders_row *row = holder(office, day_of(when.from));
  if (row == NULL || row != holder(office, day_of(when.to - 1))) return NULL;
  return is_of_other_gender(&f->found[index], row->person) ? NULL : row; /* "the president (f.)" who was sentenced is not her successor */
}

static bool has_day(const name_finder *f) {
  return f->s->article->published.when.to > f->s->article->published.when.from && f->s->article->published.when.from >= 0;
}

bool nominal_has_holder(const name_finder *f, uint32_t index, const char *home) {
  char office[LONGEST_OFFICE];
  return has_day(f) && office_id(office, f, &f->found[index], home) && holder_then(f, index, office) != NULL;
}

uint32_t nominal_holder(name_finder *f, uint32_t index, const char *home) {
  char office[LONGEST_OFFICE];
  if (!office_id(office, f, &f->found[index], home)) return NO_ENTITY;
  if (!has_day(f)) return holder_named(f, office, &f->found[index]);
  const isnad_office_holders_row *row = holder_then(f, index, office);
  return row == NULL ? NO_ENTITY : entity_with_id(f, row->person, index);
}

uint32_t nominal_named_holder(const name_finder *f, uint32_t index, const char *home) {
  char office[LONGEST_OFFICE];
  if (!has_day(f) || !office_id(office, f, &f->found[index], home)) return NO_ENTITY;
  const isnad_office_holders_row *row = holder_then(f, index, office);
  return row == NULL ? NO_ENTITY : named_with_id(f, row->person);
}
