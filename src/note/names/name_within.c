/* Who and what is named among the words of something else that is named: "the manager of the campaign of | Sarkozy", "the talks of | Geneva". */
#include "note/names/names.h"

#include "arabic/letters.h"

void name_known_within(name_finder *f, const note_unit *u, size_t first, size_t last) {
  person_reading person;
  for (size_t at = first; at < last && !f->s->failed; at++) {
    if (!note_has_hit(u, at, ISNAD_TABLE_PEOPLE) || name_state(f, u, at) == NAME_TAKEN) continue;
    if (!name_person(&person, f, u, at, PERSON_BARE) || person.id.length == 0 || person.doubtful || person.last > last) continue;
    found_name name = name_of_person(&person);
    name_add(f, u, &name);
    at = person.last - 1;
  }
}

/* "The war in | Yemen", "the agreement with | Iran". */
static bool is_led_to(const name_finder *f, const note_unit *u, const found_name *event) {
  for (size_t at = event->first + 1; at < event->last; at++)
    if (name_word_at(f, u, at) && name_is_wall(f, u, at)) return true;
  return false;
}

bool name_has_land(const name_finder *f, const note_unit *u, const found_name *event) {
  if (event->type != ISNAD_NAME_EVENT || event->doubtful) return false;
  bool two = event->last == event->first + 2 && name_place(u, event->first + 1) != NULL && !f->sport && /* no cup, no "world championship" */
             !isnad_slice_starts(event->id, isnad_slice_of("document.")) && !name_has_role(u, event->first, ISNAD_NAME_PARTS_ROLE_SPORT);
  return two || is_led_to(f, u, event);
}

bool name_is_described(const name_finder *f, const note_unit *u, const found_name *table, const found_name *body) {
  bool longer = body->form == ISNAD_FORM_NOMINAL && table->first == body->first && body->last > table->last;
  if (!longer || table->doubtful || table->form != ISNAD_FORM_NAME || table->last < table->first + 2) return false;
  return name_place_adjective(u, table->last) == NULL && !name_ends_with(f, table->last, LETTER_YEH); /* "the Arab alliance | Kurdish" is another */
}
