/* For whom a title stands. Internal to the names.
 *   name_nominal.c     the nearest bearer of the same office
 *   name_apposition.c  a name beside the title
 *   name_holder.c      the table of office holders
 *   name_office_words.c  what the words of two titles tell against each other
 *   name_agree.c       what forbids that a title is somebody's
 *   name_known.c       whom the article has made known: by his trade, his nation, or as the one it is about
 */
#ifndef ISNAD_NOTE_NAME_NOMINAL_H
#define ISNAD_NOTE_NAME_NOMINAL_H

#include "note/names/names.h"

enum { NOMINAL_LOOK_AROUND = 64 };

static inline isnad_slice nominal_office(const found_name *n) {
  return n->title == 0 ? (isnad_slice){NULL, 0} : isnad_slice_of(isnad_titles_rows[n->title - 1].office);
}

/* The country of a title's complement, or of the person's own row; NULL: none is told. */
const char *nominal_country(const found_name *n);

/* --- name_office_words.c --- */

/* "The former minister", "the president elect". */
bool nominal_is_modified(const name_finder *f, const found_name *n);
bool nominal_is_modified_behind(const name_finder *f, const found_name *n); /* by the word behind it */
/* Offices of which a state has one, under several names ("head of government"): ministers, and those at its head. */
bool nominal_is_of_state(isnad_slice office);
/* Whether the words behind two titles of one office may tell of one man. */
bool nominal_fits_in_words(const name_finder *f, const found_name *nominal, const found_name *person);
/* "The president of the conference" is not the president of a state who is told by his bare title. */
bool nominal_is_of_less(const name_finder *f, const found_name *nominal, const found_name *person);

/* --- name_agree.c --- */

typedef enum nominal_gender { NOMINAL_NEITHER, NOMINAL_MAN, NOMINAL_WOMAN } nominal_gender;

/* The country of a person's row, by whatever word he is named; NULL: unknown. */
const char *nominal_own_country(const name_finder *f, const found_name *person);
nominal_gender nominal_gender_of(const name_finder *f, const found_name *person);
/* Whether the genders of a title and of somebody who is named elsewhere agree. */
bool nominal_is_of_gender(const name_finder *f, const found_name *nominal, const found_name *person);
/* The same of one who stands beside it: a woman may bear a man's title. */
bool nominal_is_no_man(const name_finder *f, const found_name *nominal, const found_name *person);
/* Whether a title and a person may be of one country, as far as the words and the table tell. */
bool nominal_may_be_of_country(const name_finder *f, const found_name *nominal, const found_name *person);

/* --- name_apposition.c --- */

/* The bearer beside the title at `at`; NO_ENTITY: none. */
uint32_t nominal_in_apposition(const name_finder *f, size_t at);
/* The same, of the second of two offices that "and" joins. */
uint32_t nominal_by_second_office(const name_finder *f, size_t at);

/* --- name_holder.c --- */

/* Who held the office, without its state that of the state `home` (NULL: none), on the day of the article; of an article without a day, the one
 * holder of any time whom it names. */
uint32_t nominal_holder(name_finder *f, uint32_t index, const char *home);
/* Whether the table knows who held it on that day, and he is of the gender of the title. */
bool nominal_has_holder(const name_finder *f, uint32_t index, const char *home);
/* The one of `nominal_holder`, if the article names him anywhere. */
uint32_t nominal_named_holder(const name_finder *f, uint32_t index, const char *home);

/* --- name_known.c --- */

/* Whom the article is about. */
typedef struct nominal_hero {
  uint32_t entity; /* NO_ENTITY: nobody, or several */
  bool counted;    /* it was looked for */
} nominal_hero;

uint32_t nominal_known(name_finder *f, uint32_t index, nominal_hero *hero);

#endif
