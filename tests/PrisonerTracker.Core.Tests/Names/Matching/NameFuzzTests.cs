using System.Text;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Tests.Names.Matching.Generated;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>No input makes the matcher throw or answer outside 0..1.</summary>
public class NameFuzzTests
{
    private static readonly (int From, int To)[] Blocks =
        [(0x20, 0x7E), (0xC0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x531, 0x587), (0x600, 0x6FF), (0x1000, 0x109F), (0x10A0, 0x10FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xFB50, 0xFDFF), (0xFF00, 0xFFFF), (0, 0xFFFF)];

    [Fact]
    public void Compare_AnyText_AnswersBetweenZeroAndOne()
    {
        var random = new Random(5);
        for (var i = 0; i < 4000; i++)
        {
            string a = AnyText(random), b = random.Next(4) == 0 ? Damaged(a, random) : AnyText(random);
            var result = NameComparer.Compare(a, b);
            Assert.InRange(result.Score, 0, 1);
            Assert.NotEmpty(result.Reasons);
            Assert.Equal(result.Score, NameComparer.Compare(b, a).Score, 6);
            Assert.InRange(NameKeys.For(a).Count, 0, 128);
            _ = PublishedListReader.ReadLine(a, 1, 2025);
        }
    }

    [Fact]
    public void Compare_DamagedNames_DoesNotThrow()
    {
        var random = new Random(6);
        foreach (var pair in GeneratedPairs.Make(1500, seed: 66))
            Assert.InRange(NameComparer.Compare(Damaged(pair.A, random), Damaged(pair.B, random)).Score, 0, 1);
    }

    private static string AnyText(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(random.Next(10) == 0 ? 400 : 40);
        var (from, to) = Blocks[random.Next(Blocks.Length)];
        for (var i = 0; i < length; i++)
        {
            if (random.Next(8) == 0)
                (from, to) = Blocks[random.Next(Blocks.Length)];
            text.Append(random.Next(6) == 0 ? " .-'()\t\n,"[random.Next(9)] : (char)random.Next(from, to + 1));
        }

        return text.ToString();
    }

    private static string Damaged(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (var i = random.Next(4); i >= 0 && damaged.Length > 0; i--)
        {
            var at = random.Next(damaged.Length);
            _ = random.Next(3) switch { 0 => damaged.Remove(at, 1), 1 => damaged.Insert(at, (char)random.Next(0x20, 0x600)), _ => damaged.Insert(at, ". ") };
        }

        return damaged.ToString();
    }
}
