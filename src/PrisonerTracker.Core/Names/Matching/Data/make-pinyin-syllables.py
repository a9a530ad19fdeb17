#!/usr/bin/env python3
"""Writes pinyin-syllables.tsv: each pinyin syllable with its Wade-Giles and Palladius (Cyrillic) spellings, by the rules of those systems.

    python3 make-pinyin-syllables.py > pinyin-syllables.tsv
Wade-Giles is written without apostrophes and marks, as newspapers print it. Palladius: I is a final after a consonant.
"""
INITIALS = {  # pinyin: (Wade-Giles, Palladius)
    "b": ("p", "б"), "p": ("p", "п"), "m": ("m", "м"), "f": ("f", "ф"), "d": ("t", "д"), "t": ("t", "т"), "n": ("n", "н"), "l": ("l", "л"),
    "g": ("k", "г"), "k": ("k", "к"), "h": ("h", "х"), "j": ("ch", "цз"), "q": ("ch", "ц"), "x": ("hs", "с"), "zh": ("ch", "чж"),
    "ch": ("ch", "ч"), "sh": ("sh", "ш"), "r": ("j", "ж"), "z": ("ts", "цз"), "c": ("ts", "ц"), "s": ("s", "с")}
FINALS = {
    "a": ("a", "а"), "o": ("o", "о"), "e": ("e", "э"), "ai": ("ai", "ай"), "ei": ("ei", "эй"), "ao": ("ao", "ао"), "ou": ("ou", "оу"),
    "an": ("an", "ань"), "en": ("en", "энь"), "ang": ("ang", "ан"), "eng": ("eng", "эн"), "ong": ("ung", "ун"), "i": ("i", "и"),
    "ia": ("ia", "я"), "ie": ("ieh", "е"), "iao": ("iao", "яо"), "iu": ("iu", "ю"), "ian": ("ien", "янь"), "in": ("in", "инь"),
    "iang": ("iang", "ян"), "ing": ("ing", "ин"), "iong": ("iung", "юн"), "u": ("u", "у"), "ua": ("ua", "уа"), "uo": ("o", "о"),
    "uai": ("uai", "уай"), "ui": ("ui", "уй"), "uan": ("uan", "уань"), "un": ("un", "унь"), "uang": ("uang", "уан"),
    "v": ("u", "юй"), "ve": ("ueh", "юэ"), "van": ("uan", "юань"), "vn": ("un", "юнь")}
SETS = {
    "b p m": "a o ai ei ao an en ang eng i ie iao ian in ing u", "f": "a o ei ou an en ang eng u", "d t": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "n l": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve", "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong v ve van vn", "zh ch sh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un", "z c s": "a e i ai ei ao ou an en ang eng ong u uo ui uan un"}
ZERO = {"a": ("a", "а"), "o": ("o", "о"), "e": ("o", "э"), "ai": ("ai", "ай"), "ei": ("ei", "эй"), "ao": ("ao", "ао"), "ou": ("ou", "оу"), "an": ("an", "ань"),
        "en": ("en", "энь"), "ang": ("ang", "ан"), "er": ("erh", "эр"), "ya": ("ya", "я"), "ye": ("yeh", "е"), "yao": ("yao", "яо"), "you": ("yu", "ю"),
        "yan": ("yen", "янь"), "yin": ("yin", "инь"), "yang": ("yang", "ян"), "ying": ("ying", "ин"), "yong": ("yung", "юн"), "yi": ("i", "и"),
        "wa": ("wa", "ва"), "wo": ("wo", "во"), "wai": ("wai", "вай"), "wei": ("wei", "вэй"), "wan": ("wan", "вань"), "wen": ("wen", "вэнь"),
        "wang": ("wang", "ван"), "weng": ("weng", "вэн"), "wu": ("wu", "у"), "yu": ("yu", "юй"), "yue": ("yueh", "юэ"), "yuan": ("yuan", "юань"), "yun": ("yun", "юнь")}
rows = {k: ([w], [p]) for k, (w, p) in ZERO.items()}
for initials, finals in SETS.items():
    for i in initials.split():
        for f in finals.split():
            w, p = INITIALS[i][0] + FINALS[f][0], INITIALS[i][1] + FINALS[f][1]
            W, P = [w], [p]
            if i in ("zh", "ch", "sh", "r") and f == "i":
                W = [INITIALS[i][0] + "ih"]
            if i in ("z", "c", "s") and f == "i":
                W, P = [{"z": "tzu", "c": "tzu", "s": "szu"}[i], {"z": "tsu", "c": "tsu", "s": "ssu"}[i]], [INITIALS[i][1] + "ы"]
            if i in ("g", "k", "h") and f == "e":
                W = [INITIALS[i][0] + "o", w]
            if i in ("g", "k", "sh") and f == "uo":
                W = [INITIALS[i][0] + "uo"]
            if i == "h" and f == "uo":
                W = ["huo"]
            if i in ("g", "k") and f == "ui":
                W = [INITIALS[i][0] + "uei"]
            if i == "h" and f == "ui":
                P = ["хуэй", "хой", "хуей"]
            if i == "h" and f == "un":
                P = ["хунь"]
            rows[i + (f.replace("v", "u") if i in ("j", "q", "x") else f)] = (W, P)
print("# Pinyin syllables with Wade-Giles and Palladius spellings. Made by make-pinyin-syllables.py from the rules of the systems.")
print("# pinyin\tWade-Giles\tPalladius (Cyrillic)")
for k in sorted(rows):
    print(k + "\t" + " ".join(dict.fromkeys(rows[k][0])) + "\t" + " ".join(dict.fromkeys(rows[k][1])))
