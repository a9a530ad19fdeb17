using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Imprisonments;

public sealed class FacilityKeyTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task AddAsync_FacilitiesWhoseNamesReadAlike_GetKeysOfTheirOwn()
    {
        await using var work = register.Work();

        await work.HeldAsync("Moved About", Held("Colony 1", "Colony №1", "ကော့သောင်း", "မြစ်ကြီးနား"));
        await work.HeldAsync("In The Same Place", Held("colony 1 "));

        Assert.Equal(
            ["by-colony-1", "by-colony-1-2", "by-facility", "by-facility-2"],
            await work.Context.Facilities.OrderBy(f => f.Key).Select(f => f.Key).ToListAsync());
    }

    private static ImprisonmentDetails Held(params string[] facilities) => Valid.Imprisonment() with
    {
        Placements = [.. facilities.Select(f => new PlacementDetails { Facility = LocalizedText.English(f) })],
    };
}
