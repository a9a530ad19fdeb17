using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace PrisonerTracker.Web.Tests.Photos;

/// <summary>Pictures of nobody, made of colours, and files that only look like one.</summary>
internal static class Pictures
{
    public const string Place = "GPSLatitude-of-a-secret-place";

    public static byte[] Png(int width = 400, int height = 500, byte shade = 90)
    {
        var rows = new byte[height * (1 + width * 3)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                (rows[At(x, y)], rows[At(x, y) + 1], rows[At(x, y) + 2]) = ((byte)(x * 255 / width), (byte)(y * 255 / height), shade);
        }

        return Png(width, height, 8, 2, rows);

        int At(int x, int y) => y * (1 + width * 3) + 1 + x * 3;
    }

    /// <summary>20,000 by 20,000 pixels in a few kilobytes.</summary>
    public static byte[] PixelBomb() => Png(20_000, 20_000, 1, 0, new byte[20_000 * (1 + 20_000 / 8)]);

    /// <summary>A photo as a telephone makes it, with the place it was taken in Exif and in XMP.</summary>
    public static async Task<byte[]> JpegWithPlaceAsync()
    {
        var jpeg = await JpegAsync();
        byte[] exif =
        [
            .. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, // the GPS part at 26
            0, 1, 0, 1, 0, 2, 0, 0, 0, 2, .. "N\0\0\0"u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place),
        ];
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes($"<x:xmpmeta>{Place}</x:xmpmeta>")];
        return [.. jpeg[..2], .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. Segment(0xFE, Encoding.ASCII.GetBytes("<script>alert(1)</script>")), .. jpeg[2..]];
    }

    public static async Task<byte[]> JpegAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pictures-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "in.png"), Png());
            using var made = Process.Start(new ProcessStartInfo("vipsthumbnail", ["in.png", "--size", "400x500", "--output", "out.jpg"]) { WorkingDirectory = folder.FullName })!;
            await made.WaitForExitAsync();
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "out.jpg"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Segment(byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }

    private static byte[] Png(int width, int height, byte bits, byte colours, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(rows);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (bits, colours);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(named));
        return [.. length, .. named, .. check];
    }

    private static uint Crc(byte[] content)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in content)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
        }

        return ~crc;
    }
}
