using System.Security.Cryptography;
using System.Text;

namespace PrisonerTracker.Core.Sample;

/// <summary>Request keys that are the same in every run, so that loading again changes nothing.</summary>
internal static class StableKey
{
    /// <summary>A UUID of version 8 (RFC 9562: the maker's own scheme) from the SHA-256 hash of the text.</summary>
    public static Guid Of(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
