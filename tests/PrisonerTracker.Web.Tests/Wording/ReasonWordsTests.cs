using PrisonerTracker.Core.Names;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

public sealed class ReasonWordsTests
{
    [Theory]
    [InlineData("Maria Kalesnikava", "Мария Колесникова")]
    [InlineData("Иван Петрович Сидоров", "Сидоров Иван Сергеевич")]
    [InlineData("Sasha Novik", "Aliaksandr Novik")]
    [InlineData("A. Novik", "Aliaksandr Novik")]
    [InlineData("Aliaksandr Novik", "Viktar Babaryka")]
    [InlineData("Novik", "Aliaksandr Novik")]
    [InlineData("Ganna Ivanova", "Hanna Ivanov")]
    [InlineData("Kovalenko", "Kavalenka")]
    [InlineData("王小明", "Wang Xiaoming")]
    [InlineData("王小明", "王大明")]
    [InlineData("Hanna Novik (Ivanova)", "Hanna Ivanova")]
    [InlineData("A. A.", "Aliaksandr Novik")]
    [InlineData("123", "Aliaksandr Novik")]
    public void Knows_WhatTheComparisonSays_Always(string one, string other) =>
        Assert.All(NameComparer.Compare(one, other).Reasons, reason => Assert.True(ReasonWords.Knows(reason), reason));

    [Fact]
    public void Of_English_IsWhatTheComparisonSaid()
    {
        var reasons = NameComparer.Compare("Иван Петрович Сидоров", "Сидоров Иван Сергеевич").Reasons;

        Assert.Equal(string.Join("; ", reasons), ReasonWords.Of(reasons));
    }
}
