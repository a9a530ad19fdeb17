using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class NameLexemes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_prisoners_search_sounds",
                table: "prisoners");

            // Both columns at once: EF Core would add them one by one, and the table be written twice.
            migrationBuilder.Sql(DatabaseMigrator.Sql("name_lexemes.sql"));

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_name_beginnings",
                table: "prisoners",
                column: "name_beginnings")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_name_lexemes",
                table: "prisoners",
                column: "name_lexemes")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_prisoners_name_beginnings",
                table: "prisoners");

            migrationBuilder.DropIndex(
                name: "ix_prisoners_name_lexemes",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "name_beginnings",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "name_lexemes",
                table: "prisoners");

            migrationBuilder.Sql("DROP FUNCTION name_lexemes(text, text); DROP FUNCTION name_beginnings(text)");

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_search_sounds",
                table: "prisoners",
                column: "search_sounds")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);
        }
    }
}
