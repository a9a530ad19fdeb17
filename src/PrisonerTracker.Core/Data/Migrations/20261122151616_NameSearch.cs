using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class NameSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_prisoners_search_text",
                table: "prisoners");

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "search_document",
                table: "prisoners",
                type: "tsvector",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_sounds",
                table: "prisoners",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "keys_version",
                table: "person_names",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int[]>(
                name: "match_keys",
                table: "person_names",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);

            migrationBuilder.Sql(DatabaseMigrator.Sql("name_search.sql"));

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_search_document",
                table: "prisoners",
                column: "search_document")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_search_sounds",
                table: "prisoners",
                column: "search_sounds")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_search_text",
                table: "prisoners",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_person_names_match_keys",
                table: "person_names",
                column: "match_keys")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_prisoners_search_document",
                table: "prisoners");

            migrationBuilder.DropIndex(
                name: "ix_prisoners_search_sounds",
                table: "prisoners");

            migrationBuilder.DropIndex(
                name: "ix_prisoners_search_text",
                table: "prisoners");

            migrationBuilder.DropIndex(
                name: "ix_person_names_match_keys",
                table: "person_names");

            migrationBuilder.DropColumn(
                name: "search_document",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "search_sounds",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "keys_version",
                table: "person_names");

            migrationBuilder.DropColumn(
                name: "match_keys",
                table: "person_names");

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_search_text",
                table: "prisoners",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
