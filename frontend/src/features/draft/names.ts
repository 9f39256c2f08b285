import type { Addressee, DraftNames, PostRef, UnitRef } from "@/api/schema";
import { nameOf, titleOf } from "@/i18n/format";

/** What posts and units are called that a draft names only by their ids. */
export class Names {
  private readonly posts = new Map<string, PostRef>();
  private readonly units = new Map<string, UnitRef>();

  learn({ posts = [], units = [] }: Partial<DraftNames>): this {
    for (const post of posts) this.posts.set(post.id, post);
    for (const unit of units) this.units.set(unit.id, unit);
    return this;
  }

  post(id: string | null): PostRef | null {
    return (id && this.posts.get(id)) || null;
  }

  /** In one line; null for who is gone. */
  nameOf(addressee: Addressee): string | null {
    switch (addressee.kind) {
      case "post": {
        const post = this.posts.get(addressee.post);
        return post ? titleOf(post) : null;
      }
      case "unit": {
        const unit = this.units.get(addressee.unit);
        return unit ? nameOf(unit) : null;
      }
      case "outside":
        return addressee.name;
    }
  }

  /** The lines below the name. */
  linesOf(addressee: Addressee): string[] {
    if (addressee.kind === "outside") {
      const { lines = [], email, ur } = addressee;
      const urdu = ur ? [[ur.name, ...(ur.lines ?? [])].join("، ")] : [];
      return [...lines, ...urdu, ...(email ? [email] : [])];
    }
    const post = addressee.kind === "post" ? this.posts.get(addressee.post) : undefined;
    if (!post) return [];
    return [...(post.holder ? [nameOf(post.holder)] : []), nameOf(post.unit)];
  }
}
