using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Statistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "standing_penalty_in_force",
                table: "prisoners",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "standing_term_months",
                table: "prisoners",
                type: "integer",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_prisoners_standing_penalty_in_force",
                table: "prisoners",
                sql: "standing_penalty_in_force IN ('not_stated', 'imprisonment', 'life_imprisonment', 'death', 'restriction_of_liberty_in_facility', 'restriction_of_liberty_at_home', 'arrest', 'suspended', 'fine', 'correctional_work', 'community_work', 'ban_on_position', 'compulsory_treatment')");
            migrationBuilder.Sql(DatabaseMigrator.Sql("statistics.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_prisoners_counted");
            migrationBuilder.DropCheckConstraint(
                name: "ck_prisoners_standing_penalty_in_force",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "standing_penalty_in_force",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "standing_term_months",
                table: "prisoners");
        }
    }
}
