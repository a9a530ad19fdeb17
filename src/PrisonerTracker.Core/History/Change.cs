using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PrisonerTracker.Core.History;

/// <summary>
/// One user action: who, when, why, and every fact before and after. Append-only; each row carries the SHA-256 hash of the row
/// before it, so that whoever alters one must recompute all later ones and fails against any earlier published head.
/// </summary>
public sealed class Change
{
    public const int ActionLength = 60;
    public const int UserNameLength = 256;
    public const int ReasonLength = 1000;

    /// <summary>The hash "before" the first row.</summary>
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    private Change()
    {
    }

    /// <summary>From 1, without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>Chosen by the form, so that sending it twice records once.</summary>
    public Guid RequestKey { get; private set; }

    /// <summary>The hash of the form's content; null when there was no form.</summary>
    public byte[]? RequestHash { get; private set; }

    public DateTime At { get; private set; }
    public Guid? UserId { get; private set; }

    /// <summary>As it was then: a user renamed or gone later stays readable.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>What was done, such as <c>release.recorded</c>.</summary>
    public string Action { get; private set; } = "";

    public string? Reason { get; private set; }

    /// <summary>The prisoners, events, sources and so on that it is about.</summary>
    public Guid[] SubjectIds { get; private set; } = [];

    /// <summary>The touched facts as JSON; column type <c>json</c>, which keeps the text to the letter, as the hash needs it.</summary>
    public string Before { get; private set; } = "[]";

    public string After { get; private set; } = "[]";
    public byte[] PreviousHash { get; private set; } = Genesis;
    public byte[] Hash { get; private set; } = Genesis;

    internal static Change Append(
        (long Number, byte[] Hash) head, Intent intent, Guid[] subjects, string before, string after, DateTime now)
    {
        var change = new Change
        {
            Number = head.Number + 1,
            RequestKey = intent.Submission.RequestKey,
            RequestHash = intent.Submission.Fingerprint,
            At = now,
            UserId = intent.Submission.Actor.UserId,
            UserName = intent.Submission.Actor.Name,
            Action = intent.Action,
            Reason = Shared.Blank.ToNull(intent.Submission.Reason),
            SubjectIds = subjects,
            Before = before,
            After = after,
            PreviousHash = head.Hash,
        };
        change.Hash = change.ComputeHash();
        return change;
    }

    /// <summary>SHA-256 over every column but the hash itself, each behind its length, so that no two rows read alike.</summary>
    public byte[] ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Bytes(PreviousHash);
        Number64(Number);
        Bytes(RequestKey.ToByteArray(bigEndian: true));
        Bytes(RequestHash ?? []);
        Number64(At.Ticks / TimeSpan.TicksPerMicrosecond);
        Bytes(UserId is { } id ? id.ToByteArray(bigEndian: true) : []);
        Text(UserName);
        Text(Action);
        Text(Reason ?? "");
        Number64(SubjectIds.Length);
        foreach (var subject in SubjectIds)
            Bytes(subject.ToByteArray(bigEndian: true));
        Text(Before);
        Text(After);
        return hash.GetHashAndReset();

        void Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

        void Bytes(byte[] bytes)
        {
            Number64(bytes.Length);
            hash.AppendData(bytes);
        }

        void Number64(long number)
        {
            Span<byte> buffer = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(buffer, number);
            hash.AppendData(buffer);
        }
    }
}
