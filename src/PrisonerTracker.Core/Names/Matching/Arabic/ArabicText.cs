using System.Text;

namespace PrisonerTracker.Core.Names.Arabic;

/// <summary>One spelling for Arabic, Persian and Uyghur forms of the same letters.</summary>
internal static class ArabicText
{
    /// <summary>Without vowel marks, joiners and the article, doubled lam and ya single; alif, ya, kaf and ta marbuta in one form each.</summary>
    public static string Normalize(string word)
    {
        var normal = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            switch (c)
            {
                case 'أ' or 'إ' or 'آ' or 'ٱ': normal.Append('ا'); break;
                case 'ي' or 'ى' or 'ئ' or 'ې': normal.Append('ی'); break;
                case 'ك' or 'ڭ': normal.Append('ک'); break;
                case 'ة' or 'ۀ' or 'ھ' or 'ہ': normal.Append('ه'); break;
                case 'ؤ' or 'ۇ' or 'ۆ' or 'ۈ' or 'ۋ': normal.Append('و'); break;
                case 'ـ' or 'ء' or '\u200C' or '\u200D': break;
                case >= '\u064B' and <= '\u065F' or '\u0670': break;
                default: normal.Append(c); break;
            }
        }

        if (normal.Length > 4 && normal[0] == 'ا' && normal[1] == 'ل')
            normal.Remove(0, 2);
        for (var i = normal.Length - 1; i > 0; i--)
        {
            if (normal[i] == normal[i - 1] && normal[i] is 'ل' or 'ی')
                normal.Remove(i, 1);
        }

        return normal.ToString();
    }
}
