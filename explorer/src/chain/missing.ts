/** The endpoint's metadata lacks the item; pages leave out what needs it. */
export class MissingItem extends Error {
  override name = "MissingItem";
}
