using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Photos;

/// <summary>A photo as a profile shows it.</summary>
internal sealed record PhotoView(string Hash, int Width, int Height, string Credit, string Permission, string? SourceAddress, PartialDate? TakenOn, int Version)
{
    public PhotoDetails Details => new() { Credit = Credit, Permission = Permission, SourceAddress = SourceAddress, TakenOn = TakenOn };
}
