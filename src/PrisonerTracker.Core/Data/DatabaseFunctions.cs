using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Data;

/// <summary>Functions of the database that queries call by name; they stand in <c>Migrations/Sql</c>.</summary>
internal static class DatabaseFunctions
{
    /// <summary>The words of a text in all its languages, folded as <see cref="Names.SearchText"/> folds names, with a space before and after each.</summary>
    public static string FoldedWords(LocalizedText texts) => throw new InvalidOperationException($"Asked outside a query: {texts}.");

    public static void AddFunctions(this ModelBuilder builder) =>
        builder.HasDbFunction(typeof(DatabaseFunctions).GetMethod(nameof(FoldedWords))!).HasName("folded_words").HasParameter("texts").HasStoreType("jsonb");
}
