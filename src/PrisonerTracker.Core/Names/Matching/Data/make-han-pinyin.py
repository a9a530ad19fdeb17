#!/usr/bin/env python3
"""Writes han-pinyin.tsv: every character of the URO block (U+4E00..U+9FFF) with its pinyin and its simplified form.

Needs uconv (Debian package icu-devtools). The readings are those of ICU's transliterators Han-Latin and Traditional-Simplified,
made from CLDR and Unihan data under the Unicode licence v3. Further readings of surnames and given names are added from SURNAMES and MORE below.
    python3 make-han-pinyin.py > han-pinyin.tsv
"""
import subprocess
import unicodedata

SURNAMES = {"曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "任": "ren", "区": "ou", "區": "ou", "查": "zha", "朴": "piao",
            "盖": "ge", "繁": "po", "尉": "yu", "乐": "yue", "樂": "yue", "翟": "zhai", "冼": "xian", "华": "hua", "長": "zhang", "长": "chang",
            "重": "chong", "行": "xing", "晟": "sheng", "覃": "qin", "叶": "ye", "沈": "shen", "俞": "yu", "佘": "she", "宁": "ning",
            "洗": "xian", "秘": "bi", "都": "du", "万": "wan", "伯": "bo", "晓": "xiao", "贾": "jia", "賈": "jia", "盛": "sheng", "降": "xiang"}

MORE = {"薄": "bo", "缪": "miao", "繆": "miao", "翟": "zhai", "种": "chong", "種": "chong", "纪": "ji", "行": "hang", "车": "ju", "車": "ju", "传": "zhuan",
        "傳": "zhuan", "藏": "zang", "茜": "xi", "娜": "nuo", "夏": "xia", "召": "shao", "员": "yun", "員": "yun", "那": "nuo", "佛": "fu", "宓": "fu", "逄":
        "pang", "句": "gou", "晃": "huang", "石": "dan", "柏": "bai", "谌": "chen", "諶": "chen", "冯": "feng", "褚": "chu", "燕": "yan", "曲": "qu", "应":
        "ying", "於": "yu", "朝": "zhao", "调": "tiao", "和": "he", "绿": "lu", "色": "se", "厦": "sha", "为": "wei", "興": "xing", "兴": "xing", "占": "zhan",
        "中": "zhong", "相": "xiang", "好": "hao", "强": "qiang", "彊": "jiang", "干": "gan", "度": "du", "乾": "qian", "睿": "rui", "圳": "zhen", "勐":
        "meng", "陆": "lu", "陸": "lu", "六": "lu", "隗": "wei", "尉": "wei", "洗": "xi", "宿": "su", "葛": "ge", "令": "ling", "盛": "cheng", "折": "she",
        "殷": "yin", "贲": "ben", "费": "bi", "阚": "kan", "蕃": "fan", "沈": "chen", "余": "tu", "郗": "chi", "莘": "xin", "亢": "kang", "幺": "yao", "黑":
        "he", "撒": "sa", "牟": "mu", "眭": "sui", "祭": "zhai", "僕": "pu", "卜": "bu", "鸟": "niao", "俱": "ju", "訾": "zi", "郇": "xun", "适": "kuo"}


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
    for more in (SURNAMES.get(c), MORE.get(c)):
        if more and more not in l.split():
            l += " " + more
    print(c + "\t" + l + ("\t" + s if s != c else ""))
