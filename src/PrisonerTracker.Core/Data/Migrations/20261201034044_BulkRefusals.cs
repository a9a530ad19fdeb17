using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class BulkRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "refused_because",
                table: "bulk_people",
                type: "jsonb",
                nullable: true);

            // The column refusal stays for the version before this one, and goes in a later one.
            migrationBuilder.Sql(DatabaseMigrator.Sql("bulk_refusals.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "refused_because",
                table: "bulk_people");
        }
    }
}
