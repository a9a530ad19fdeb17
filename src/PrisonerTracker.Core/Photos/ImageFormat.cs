using System.Buffers.Binary;

namespace PrisonerTracker.Core.Photos;

/// <summary>What a file is by its own bytes, whatever its name says, and whether it is there to its end.</summary>
internal static class ImageFormat
{
    /// <summary>The extension of the format, or null for anything that is not a photo the register takes.</summary>
    public static string? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "webp",
        _ => null,
    };

    public static bool Fits(string format, string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" or ".jfif" => format == "jpg",
        ".png" => format == "png",
        ".webp" => format == "webp",
        _ => false,
    };

    /// <summary>The parts the format promises are all there.</summary>
    public static bool IsWhole(string format, ReadOnlySpan<byte> file) => format switch
    {
        "jpg" => IsWholeJpeg(file),
        "png" => IsWholePng(file),
        _ => file.Length >= 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]),
    };

    /// <summary>A WebP without any part that is not pixels: no Exif, no XMP, no colour profile.</summary>
    public static byte[] OnlyPixels(ReadOnlySpan<byte> webp)
    {
        var kept = new List<byte>(webp.Length);
        kept.AddRange(webp[..12]);
        for (var at = 12; at + 8 <= webp.Length;)
        {
            var length = 8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            var chunk = webp.Slice(at, Math.Min(length + (length & 1), webp.Length - at));
            if (chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8) || chunk.StartsWith("ALPH"u8))
                kept.AddRange(chunk);
            else if (chunk.StartsWith("VP8X"u8))
                kept.AddRange([.. chunk[..8], (byte)(chunk[8] & 0x10), .. chunk[9..]]); // what is left is whether there is transparency
            at += length + (length & 1);
        }

        var only = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(only.AsSpan(4), (uint)only.Length - 8);
        return only;
    }

    // Segments with their lengths, until the pixels; those end with FF D9, which cannot stand within them.
    private static bool IsWholeJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            if (file[at + 1] == 0xDA)
                return file[at..].IndexOf([(byte)0xFF, (byte)0xD9]) >= 0;
            at += file[at + 1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return false;
    }

    private static bool IsWholePng(ReadOnlySpan<byte> file)
    {
        for (long at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            if (file.Slice((int)at + 4, 4).SequenceEqual("IEND"u8))
                return true;
            at += 12 + length;
        }

        return false;
    }
}
