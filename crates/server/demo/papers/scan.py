"""Turns the page pictures named on the command line into a scanned PDF: python scan.py out.pdf page1.png [page2.png]

Needs Pillow. The noise is seeded: the same page gives the same scan.
"""
import random
import sys

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont


def stamp(sheet, chance):
    """The diary stamp of a registry, a little askew."""
    mark = Image.new("L", (330, 120), 255)
    draw = ImageDraw.Draw(mark)
    draw.rectangle((4, 4, 325, 115), outline=90, width=4)
    font = ImageFont.load_default(size=24)
    draw.text((165, 32), "RECEIVED", fill=90, font=font, anchor="mm")
    draw.text((165, 62), "FINANCE DEPARTMENT", fill=90, font=font, anchor="mm")
    draw.text((165, 92), "12 OCT 2026", fill=90, font=font, anchor="mm")
    mark = mark.rotate(chance.uniform(3, 6), expand=True, fillcolor=255)
    box = (150, sheet.height - mark.height - 330)
    patch = sheet.crop((*box, box[0] + mark.width, box[1] + mark.height))
    sheet.paste(ImageChops.multiply(patch, mark), box)


def scanned(path, chance):
    sheet = Image.open(path).convert("L")
    stamp(sheet, chance)
    sheet = sheet.rotate(chance.uniform(-0.9, -0.5), resample=Image.Resampling.BICUBIC, fillcolor=236)
    sheet = sheet.filter(ImageFilter.GaussianBlur(0.6))
    grain = bytes(118 + byte % 21 for byte in chance.randbytes(sheet.width * sheet.height))
    noise = Image.frombytes("L", sheet.size, grain)
    sheet = ImageChops.add(sheet.point(lambda ink: 18 + ink * 218 // 255), noise, scale=1, offset=-128)
    draw = ImageDraw.Draw(sheet)
    for _ in range(160):
        x, y = chance.randrange(sheet.width), chance.randrange(sheet.height)
        draw.ellipse((x, y, x + 1, y + chance.randrange(2)), fill=chance.randrange(40, 150))
    return sheet


chance = random.Random(1947)
pages = [scanned(path, chance) for path in sys.argv[2:]]
pages[0].save(sys.argv[1], save_all=True, append_images=pages[1:], resolution=130, quality=42)
