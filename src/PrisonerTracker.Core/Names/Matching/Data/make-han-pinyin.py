#!/usr/bin/env python3
"""Writes han-pinyin.tsv: every character of the URO block (U+4E00..U+9FFF) with its pinyin and its simplified form.

Needs uconv (Debian package icu-devtools). The readings are those of ICU's transliterators Han-Latin and Traditional-Simplified,
made from CLDR and Unihan data under the Unicode licence v3. Further readings of surnames are added from SURNAMES below.
    python3 make-han-pinyin.py > han-pinyin.tsv
"""
import subprocess
import unicodedata

SURNAMES = {"曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "任": "ren", "区": "ou", "區": "ou", "查": "zha", "朴": "piao",
            "盖": "ge", "繁": "po", "尉": "yu", "乐": "yue", "樂": "yue", "翟": "zhai", "冼": "xian", "华": "hua", "長": "zhang", "长": "chang",
            "重": "chong", "行": "xing", "晟": "sheng", "覃": "qin", "叶": "ye", "沈": "shen", "俞": "yu", "佘": "she", "宁": "ning",
            "洗": "xian", "秘": "bi", "都": "du", "万": "wan", "伯": "bo", "晓": "xiao", "贾": "jia", "賈": "jia", "盛": "sheng", "降": "xiang"}


def uconv(rule, text):
    return subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", rule], input=text, capture_output=True, text=True, check=True).stdout


chars = [chr(c) for c in range(0x4E00, 0xA000)]
lines = "\n".join(chars) + "\n"
latin = uconv("Han-Latin; Lower", lines).split("\n")
simple = uconv("Traditional-Simplified", lines).split("\n")
version = subprocess.run(["uconv", "--version"], capture_output=True, text=True, check=True).stdout.split("ICU")[-1].strip()
print("# Han characters to pinyin. Made by make-han-pinyin.py with ICU %s (CLDR 42) Han-Latin and Traditional-Simplified." % version)
print("# Copyright Unicode, Inc.; Unicode Licence v3, https://www.unicode.org/license.txt")
print("# character\tpinyin without tones, ü as v, surname readings after a space\tsimplified form where it differs")
for c, l, s in zip(chars, latin, simple):
    l = unicodedata.normalize("NFD", l).replace("u\u0308", "v")
    l = "".join(x for x in l if "a" <= x <= "z")
    if not l:
        continue
    more = SURNAMES.get(c)
    if more and more != l:
        l += " " + more
    print(c + "\t" + l + ("\t" + s if s != c else ""))
