using LlmAspects.Components.Quality;

namespace LlmAspects.Components.Sqlite.Tests;

public class SqlCodeValidatorTests
{
    private readonly SqlCodeValidator _validator = new();

    [Theory]
    [InlineData("SELECT name FROM people WHERE age > 30 ORDER BY name LIMIT 5")]
    [InlineData("INSERT INTO t (a) VALUES ('; not the end'); -- a comment; with a semicolon\nDELETE FROM t;")]
    [InlineData("CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = 1; DELETE FROM u; END;")]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n")]
    [InlineData("PRAGMA user_version = 7")]
    [InlineData("ATTACH 'other.db' AS other")]
    [InlineData("-- nothing but a comment")]
    [InlineData("")]
    public void WellFormedSql_HasNoError(string code) => _validator.FindError(code).ShouldBeNull();

    [Theory]
    [InlineData("SELEC 1", "Line 1: near \"SELEC\": syntax error")]
    [InlineData("SELECT 1;\n\nSELECT FROM;", "Line 3: near \"FROM\": syntax error")]
    [InlineData("SELECT 'never closed", "Line 1: unrecognized token: \"'never closed\"")]
    [InlineData("SELECT (1", "Line 1: incomplete input")]
    [InlineData("SELECT a FROM missing_table WHERE;", "Line 1: near \";\": syntax error")]
    public void Error_IsNamedWithItsLine(string code, string error) => _validator.FindError(code).ShouldBe(error);

    [Fact]
    public void Nothing_IsRun()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

        _validator.FindError($"ATTACH '{file}' AS x; CREATE TABLE x.t (a); VACUUM INTO '{file}';").ShouldBeNull();

        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public void Monitor_ChecksFencedSql()
    {
        var monitor = new LlmQualityMonitor(new LlmQualityOptions { CodeValidators = [_validator] });

        QualityReport bad = monitor.Evaluate(new QualityRequest("Try this:\n\n```sql\nSELEC 1\n```\n"));
        QualityReport good = monitor.Evaluate(new QualityRequest("Try this:\n\n```sql\nSELECT 1\n```\n"));

        (bad.Code.Single().IsValid, good.Code.Single().IsValid).ShouldBe((false, true));
        bad.Code.Single().Reason.ShouldContain("near \"SELEC\": syntax error");
    }
}
