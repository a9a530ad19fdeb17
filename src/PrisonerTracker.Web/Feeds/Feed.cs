using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Feeds;

/// <summary>What every feed has in common: its addresses, its ids and how it is answered.</summary>
internal static class Feed
{
    /// <summary>The full address of a path of this register, in the language that is spoken.</summary>
    public static string Address(this HttpContext http, SiteOptions site, string path) =>
        new Uri(site.Address ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}"), http.Request.PathBase + path).AbsoluteUri;

    /// <summary>
    /// An id that stays when a name, an address or the host changes, and from which nothing can be read, not even when a record was made:
    /// a UUID of version 8 over what it names (RFC 9562).
    /// </summary>
    public static Guid StableId(string kind, Guid id)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{id}"), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }

    /// <summary>Says what cannot be read of the filter.</summary>
    public static IResult Refuse(IEnumerable<(string Name, string Problem)> problems) =>
        Results.Text(string.Join('\n', problems.Select(p => $"{p.Name}: {p.Problem}")), "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status400BadRequest);

    /// <summary>
    /// The feed, or 304 for whoever has exactly this one. Only the tag decides: a date would say that nothing changed when something was
    /// withdrawn.
    /// </summary>
    public static IResult Answer(HttpContext http, byte[] content, string contentType, DateTime lastModified)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = new DateTimeOffset(DateTime.SpecifyKind(lastModified, DateTimeKind.Utc));
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Any(k => k.Compare(tag, useStrongComparison: false) || k.Equals(EntityTagHeaderValue.Any)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (!HttpMethods.IsHead(http.Request.Method))
            return Results.Bytes(content, contentType);
        (http.Response.ContentType, http.Response.ContentLength) = (contentType, content.Length);
        return Results.Empty;
    }

    /// <summary>A filter as it stands in an address: the query string, for a link to the same list.</summary>
    public static string Query(this HttpRequest request) => request.QueryString.Value is { Length: > 0 } query ? query : StringValues.Empty.ToString();
}
