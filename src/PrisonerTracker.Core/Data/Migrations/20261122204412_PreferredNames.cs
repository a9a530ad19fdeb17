using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class PreferredNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "preferred_names",
                table: "prisoners",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            // A person without any preferred name is shown by the first name.
            migrationBuilder.Sql(
                """
                update prisoners p set preferred_names = n.names
                from (
                    select prisoner_id, jsonb_object_agg(language, "full" order by kind = 'preferred', ordinal desc) as names
                    from (
                        select n.*, row_number() over (partition by prisoner_id order by kind = 'preferred' desc, ordinal) as first
                        from person_names n
                    ) ranked
                    where kind = 'preferred' or first = 1
                    group by prisoner_id
                ) n
                where n.prisoner_id = p.prisoner_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "preferred_names",
                table: "prisoners");
        }
    }
}
